import { session } from '#lab'

export default session('s7', { image: 'python', hours: 6 })
