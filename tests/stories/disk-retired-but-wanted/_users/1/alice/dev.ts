import { session } from '#lab'

export default session('dev', { image: 'python', hours: 6 })
