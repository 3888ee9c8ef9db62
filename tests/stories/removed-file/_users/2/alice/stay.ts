import { session } from '#lab'

export default session('stay', { image: 'python', hours: 6 })
