import { session, volume } from '#lab'

export const data = volume('data', '100Gi')            // kept after sessions end
export default session('dev', {
  gpu: '1x24GB',
  image: 'pytorch',
  hours: 6,
  mounts: { '/data': data },
})
