import { job } from '#lab'

export default job('big', { gpu: '6x11GB', image: 'pytorch', hours: 12, command: 'python train.py' })
