import type { Wanted } from '../../model/desired.ts'
import { counted } from '../summary.ts'

/** `8 GPUs`, `1 GPU`. */
export function gpus(count: number): string {
  return counted(count, 'GPU')
}

/** Seconds as people say them, the two largest parts: `6 h`, `1 h 30 min`, `2 d 4 h`. */
export function duration(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ] as const
  const first = parts.findIndex(([count]) => count > 0)
  if (first === -1) return '0 min'
  const told = parts.slice(first, first + 2).filter(([count]) => count > 0)
  return told.map(([count, unit]) => `${count} ${unit}`).join(' ')
}

/** What a run may take: `2 GPUs, 6 h at most`. */
export function extent({ demand, seconds }: Wanted): string {
  const parts = [
    ...(demand.gpus > 0 ? [gpus(demand.gpus)] : ['no GPU']),
    ...(seconds === undefined ? [] : [`${duration(seconds)} at most`]),
  ]
  return parts.join(', ')
}
