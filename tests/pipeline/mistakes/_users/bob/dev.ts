import { session, volume } from '#lab'

const data = volume('data', '100GB' as any)

export default session('Dev Box', {
  gpus: 2,
  gpu: '1xRTX3090',
  image: 'pytorhc',
  hours: 12,
  mounts: { '/': data },
} as any)
