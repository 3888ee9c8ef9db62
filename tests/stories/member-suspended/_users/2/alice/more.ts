import { session } from '#lab'

export default session('more', { image: 'python', hours: 6 })
