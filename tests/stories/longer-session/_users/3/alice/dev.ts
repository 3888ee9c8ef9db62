import { session } from '#lab'

export default session('dev', { gpu: '1x11GB', image: 'pytorch', hours: 6, run: 2 })
