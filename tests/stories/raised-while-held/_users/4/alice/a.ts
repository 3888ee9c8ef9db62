import { job } from '#lab'

export default job('a', { gpu: '4x11GB', image: 'pytorch', hours: 12, command: 'python train.py' })
