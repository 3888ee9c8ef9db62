import { session } from '#lab'

import { data } from './data.ts'

export default session('dev', { gpu: '1x11GB', image: 'pytorch', hours: 6, mounts: { '/data': data } })
