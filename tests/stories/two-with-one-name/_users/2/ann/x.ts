import { session } from '#lab'

export default session('lee-x', { image: 'python', hours: 6 })
