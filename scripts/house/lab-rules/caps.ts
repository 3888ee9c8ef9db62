import type { Cap } from '../../model/lab.ts'
import { nanos } from '../../model/quantity.ts'
import { wrong } from '../wrong.ts'
import type { LabRule } from './rule.ts'

const names = ['gpus', 'cpu', 'memory', 'disk', 'gpuHours'] as const satisfies readonly (keyof Cap)[]

/** Nobody may have more than everybody together. */
export const caps: LabRule = (lab) =>
  names.flatMap((cap) => {
    const [member, whole] = [lab.caps.member[cap], lab.caps.lab[cap]]
    if ((nanos(member) ?? 0n) <= (nanos(whole) ?? 0n)) return []
    return [wrong('cap-above-lab', { cap, member: String(member), lab: String(whole) }, ['caps', 'member', cap])]
  })
