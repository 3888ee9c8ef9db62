import { job } from '#lab'

export default job('train', { gpu: '2xA10', image: 'pytorch', hours: 48, command: 'python train.py' })
