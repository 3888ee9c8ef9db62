import { session } from '#lab'

export default session('other', { image: 'python', hours: 6 })
