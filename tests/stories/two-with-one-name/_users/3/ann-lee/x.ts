import { session } from '#lab'

export default session('x', { image: 'python', hours: 6 })
