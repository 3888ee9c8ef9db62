import { job } from '#lab'

export default job('none', { image: 'pytorch', hours: 12, command: 'python train.py' })
