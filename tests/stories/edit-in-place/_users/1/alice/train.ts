import { job } from '#lab'

export default job('train', { gpu: '1x11GB', image: 'pytorch', hours: 12, command: 'python train.py' })
