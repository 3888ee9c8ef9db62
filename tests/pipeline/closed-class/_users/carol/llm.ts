import { sweep, volume } from '#lab'

export const ckpt = volume('ckpt', '2Ti')

export default sweep('llm', {
  over: { LR: [1e-3, 1e-4], SEED: [1, 2, 3, 4] },
  parallel: 2,
  gpu: '4xA100',
  image: 'pytorch',
  hours: 48,
  command: 'torchrun train.py --lr $LR --seed $SEED',
  mounts: { '/ckpt': ckpt },
  preemptible: undefined,
} as never)
