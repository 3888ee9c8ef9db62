import { job, shared } from '#lab'

export default job('read', {
  image: 'pytorch',
  hours: 8,
  command: 'python train.py',
  mounts: { '/imagenet': shared('bob', 'imagenet', { write: true }) },
})
