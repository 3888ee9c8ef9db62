import { session } from '#lab'

export default session('s4', { image: 'python', hours: 6 })
