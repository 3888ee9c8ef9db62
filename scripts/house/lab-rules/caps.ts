import type { Cap } from '../../model/lab.ts'
import { meant } from '../../model/meant.ts'
import { nanos } from '../../model/quantity.ts'
import { wrong } from '../wrong.ts'
import type { LabRule } from './rule.ts'

const names = ['gpus', 'cpu', 'memory', 'disk', 'gpuHours'] as const satisfies readonly (keyof Cap)[]

/** Nobody may have more than everybody together, and what has a cap of its own exists. */
export const caps: LabRule = (lab) => [...above(lab), ...unknown(lab)]

const unknown: LabRule = (lab) => {
  const known = [lab.rules.gpus.plain, ...Object.values(lab.gpus).flatMap(({ resource }) => resource ?? [])]
  return Object.keys(lab.caps.classes ?? {}).flatMap((resource) => {
    if (known.includes(resource)) return []
    const near = meant(resource, [...new Set(known)])
    return [
      wrong('cap-class-unknown', { resource, ...(near !== undefined && { near }) }, ['caps', 'classes', resource]),
    ]
  })
}

const above: LabRule = (lab) =>
  names.flatMap((cap) => {
    const [member, whole] = [lab.caps.member[cap], lab.caps.lab[cap]]
    if ((nanos(member) ?? 0n) <= (nanos(whole) ?? 0n)) return []
    return [wrong('cap-above-lab', { cap, member: String(member), lab: String(whole) }, ['caps', 'member', cap])]
  })
