import { session } from '#lab'

export default session('dev', { image: 'no-such-preset' as never, hours: 6 })
