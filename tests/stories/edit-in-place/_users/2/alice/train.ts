import { job } from '#lab'

export default job('train', { gpu: '1x11GB', image: 'pytorch', hours: 24, command: 'python train.py' })
