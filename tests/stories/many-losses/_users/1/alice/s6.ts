import { session } from '#lab'

export default session('s6', { image: 'python', hours: 6 })
