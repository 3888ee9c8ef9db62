import { session } from '#lab'

export default session('s3', { image: 'python', hours: 6 })
