import { nearest } from '../../model/nearest.ts'
import { wrong } from '../wrong.ts'
import type { LabRule } from './rule.ts'

/** What preemptible runs get is a class that the cluster allows. */
export const priorities: LabRule = ({ rules: { priority } }) =>
  priority.preemptible.flatMap((name, index) => {
    if (priority.allowed.includes(name)) return []
    const near = nearest(name, priority.allowed)
    const args = { name, ...(near !== undefined && { near }) }
    return [wrong('priority-unfit', args, ['rules', 'priority', 'preemptible', index])]
  })
