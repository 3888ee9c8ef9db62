import { job } from '#lab'

export const train = job('train', {
  gpu: '8x24GB',
  image: 'pytorch',
  hours: 200,
  command: 'python train.py && sleep infinity',
  env: { HF_TOKEN: 'hf_' + 'abcdefghijklmnopqrstuvwxyzABCDEFGH' },
})
