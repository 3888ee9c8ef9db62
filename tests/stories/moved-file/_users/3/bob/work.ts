import { session, volume } from '#lab'

export const disk = volume('data', '10Gi')
export const work = session('dev', { gpu: '1x11GB', image: 'pytorch', hours: 6, mounts: { '/data': disk } })
