import { session, volume } from '#lab'

export const data = volume('data', '10Gi')
export default session('dev', { gpu: '1x11GB', image: 'pytorch', hours: 6, mounts: { '/data': data } })
