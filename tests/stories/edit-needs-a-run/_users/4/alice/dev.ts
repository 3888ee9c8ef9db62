import { session } from '#lab'

export default session('dev', { gpu: '1x11GB', image: 'python', hours: 6, run: 1 })
