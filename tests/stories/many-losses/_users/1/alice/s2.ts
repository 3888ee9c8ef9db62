import { session } from '#lab'

export default session('s2', { image: 'python', hours: 6 })
