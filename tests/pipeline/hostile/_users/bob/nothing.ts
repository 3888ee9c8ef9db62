import { session } from '#lab'

session('dev', { image: 'python', hours: 1 })
