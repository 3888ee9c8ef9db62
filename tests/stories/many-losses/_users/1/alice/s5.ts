import { session } from '#lab'

export default session('s5', { image: 'python', hours: 6 })
