import { job } from '#lab'

export default job('c', { gpu: '2x11GB', image: 'pytorch', hours: 12, command: 'python train.py', run: 2 })
