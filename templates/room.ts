import lab from '#lab/config'
import type { Asked } from './ask.ts'
import { interactive } from './check-gpu.ts'
import { gibibytes } from './sizes.ts'

/** Cores, and memory in Gi. */
export interface Room {
  readonly cpu: number
  readonly memory: number
}

const { defaults, rules } = lab
const withoutGpu: Room = { cpu: defaults.cpu, memory: gibibytes(defaults.memory) ?? 0 }
const perGpu: Room = { cpu: defaults.cpuPerGpu, memory: gibibytes(defaults.memoryPerGpu) ?? 0 }
/** The most that a session may have, and so the most that its defaults come to. */
export const sessionRoom: Room = { cpu: rules.session.cpu, memory: gibibytes(rules.session.memory) ?? 0 }

/** What a run gets: what was asked for, or the default for its cards. */
export function roomOf(template: string, { cpu, memory, gpu }: Asked): Room {
  const usual = gpu === undefined ? withoutGpu : { cpu: gpu.count * perGpu.cpu, memory: gpu.count * perGpu.memory }
  const most = interactive(template) ? sessionRoom : usual
  return { cpu: cpu ?? Math.min(usual.cpu, most.cpu), memory: memory ?? Math.min(usual.memory, most.memory) }
}
