import { session } from '#lab'

export default session('s1', { image: 'python', hours: 6 })
