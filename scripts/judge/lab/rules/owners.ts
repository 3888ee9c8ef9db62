import type { LabFault } from '../lab-fault.ts'
import type { Ask } from '../view.ts'
import { fault, type Fault } from '../../../model/finding.ts'
import type { Lab } from '../../../model/lab.ts'
import { nearest } from '../../../model/nearest.ts'
import type { LabRule } from './rule.ts'

/** A folder belongs to somebody on the roster. Who is not is told at every request, so that none passes; who is suspended, once. */
export const owners: LabRule = (view, { lab }) =>
  view.parties.flatMap(({ owner, asks }) => {
    if (!Object.hasOwn(lab.members, owner)) return told(asks, stranger(lab, owner))
    return lab.members[owner]?.suspended === true ? told(asks.slice(0, 1), suspension(owner)) : []
  })

function told(asks: readonly Ask[], found: Fault): readonly LabFault[] {
  return asks.map(({ request: { request, file } }) => ({ fault: found, request, file, object: undefined }))
}

function suspension(login: string): Fault {
  return fault('member-suspended', { login }, [], { severity: 'notice', law: { by: 'lab' } })
}

function stranger(lab: Lab, login: string): Fault {
  const roster = Object.keys(lab.members)
  const same = roster.find((member) => member.toLowerCase() === login.toLowerCase())
  if (same !== undefined) return fault('owner-spelt-otherwise', { login, roster: same }, [], { law: { by: 'lab' } })
  const near = nearest(login, roster)
  return fault('owner-unknown', { login, ...(near !== undefined && { near }) }, [], { law: { by: 'lab' } })
}
