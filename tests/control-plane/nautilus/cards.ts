import type lab from '../../../lab.config.ts'

/** CUDA compute capability of each model, from NVIDIA's list; the catalogue itself knows only what is too old. */
const capability = {
  M4000: '5.2',
  '1080': '6.1',
  '1080Ti': '6.1',
  TITANX: '6.1',
  TITANXp: '6.1',
  'V100-16GB': '7.0',
  V100: '7.0',
  '2080Ti': '7.5',
  T4: '7.5',
  'TITAN-RTX': '7.5',
  RTX6000: '7.5',
  RTX8000: '7.5',
  'A100-MIG': '8.0',
  'A100-40GB': '8.0',
  A100: '8.0',
  A2: '8.6',
  A4000: '8.6',
  A5000: '8.6',
  A6000: '8.6',
  A10: '8.6',
  A40: '8.6',
  '3090': '8.6',
  '4090': '8.9',
  L4: '8.9',
  L40: '8.9',
  L40S: '8.9',
  'RTX4000-Ada': '8.9',
  'RTX5000-Ada': '8.9',
  H100: '9.0',
  H200: '9.0',
  GH200: '9.0',
  'RTX-PRO-6000': '12.0',
} as const satisfies Record<keyof typeof lab.gpus, string>

/** `8.6` of a model; of one that only a fixture knows, as if it were a 3090. */
export function capabilityOf(model: string): readonly [major: string, minor: string] {
  const [major = '8', minor = '6'] = (Object.entries(capability).find(([name]) => name === model)?.[1] ?? '8.6').split(
    '.',
  )
  return [major, minor]
}
