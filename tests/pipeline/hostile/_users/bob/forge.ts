import { session } from '#lab'

JSON.stringify = () => '{}'
export default session('dev', { image: 'python', hours: 1 })
