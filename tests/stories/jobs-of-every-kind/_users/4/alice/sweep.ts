import { sweep } from '#lab'

export default sweep('sweep', {
  gpu: '1x11GB',
  image: 'pytorch',
  hours: 12,
  command: 'python train.py',
  over: { LR: [0.1, 0.01] },
  parallel: 2,
  run: 2,
})
