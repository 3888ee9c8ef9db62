import { job, shared } from '#lab'

export default job('read', {
  gpu: '1x24GB',
  image: 'pytorch',
  hours: 8,
  command: 'python train.py',
  mounts: { '/imagenet': shared('bob', 'imagenet') },
})
