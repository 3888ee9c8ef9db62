import { about, type LabFault } from '../lab-fault.ts'
import { isEntitled } from '../entitled.ts'
import { whereIs, type Entry } from '../view.ts'
import { fault } from '../../../model/finding.ts'
import { prefixOf, type Lab } from '../../../model/lab.ts'
import type { LabRule } from './rule.ts'

/**
 * Kind and name are an object's identity, and the namespace is shared. Within one folder the second object is told about the first; of two
 * members each is told, for who was first cannot be known here. A name that its owner may not have at all is policy's to refuse, and
 * takes nothing from whom it belongs to.
 */
export const names: LabRule = (view, { lab }) =>
  oncePerCall([...view.byId.values()].flatMap((entries) => (entries.length < 2 ? [] : clashes(entries, lab))))

function clashes(entries: readonly Entry[], lab: Lab): readonly LabFault[] {
  const owners = [...Map.groupBy(entries, (entry) => entry.request.owner).values()]
  const entitled = owners.filter(([one]) => one !== undefined && isEntitled(lab, one.request.owner, one.object.name))
  return [
    ...owners.flatMap(twice),
    ...(entitled.length < 2 ? [] : entitled.flatMap((own) => contested(own, entitled, lab))),
  ]
}

function twice([first, second]: readonly Entry[]): readonly LabFault[] {
  if (first === undefined || second === undefined || first.object.name === '?') return []
  const { kind, name } = second.object
  const how = isOneCall(first, second) ? 'one-call' : 'apart'
  return [about(second, fault('object-twice', { kind, name, other: whereIs(first), how }, ['metadata', 'name']))]
}

function isOneCall(left: Entry, right: Entry): boolean {
  const [one, other] = [left.object.origin.call, right.object.origin.call]
  return one !== undefined && one.file === other?.file && one.line === other.line && one.column === other.column
}

function contested([own]: readonly Entry[], rivals: readonly (readonly Entry[])[], lab: Lab): readonly LabFault[] {
  const rival = rivals.map(([one]) => one).find((one) => one?.request.owner !== own?.request.owner)
  if (own === undefined || rival === undefined) return []
  const [owner, other] = [own.request.owner, rival.request.owner]
  const { kind, name } = own.object
  const args = { kind, name, owner, rival: other, other: whereIs(rival), prefix: freePrefix(lab, owner, other) }
  return [about(own, fault('name-contested', args, ['metadata', 'name'], { law: { by: 'lab' } }))]
}

/** A prefix for the one whose names begin with the other's: without dashes it can begin with nobody's. */
function freePrefix(lab: Lab, left: string, right: string): { login: string; value: string } {
  const login = prefixOf(lab, left).length > prefixOf(lab, right).length ? left : right
  const taken = Object.keys(lab.members)
    .filter((member) => member !== login)
    .map((member) => prefixOf(lab, member))
  const base = prefixOf(lab, login).replaceAll('-', '')
  const isFree = (value: string) => taken.every((prefix) => prefix !== value && !prefix.startsWith(`${value}-`))
  const numbers = Array.from({ length: taken.length + 1 }, (_, index) => `${base}${index + 2}`)
  return { login, value: [base, ...numbers].find(isFree) ?? base }
}

/** A service is two objects out of one call: one mistake. */
function oncePerCall(faults: readonly LabFault[]): readonly LabFault[] {
  return [...Map.groupBy(faults, callKey).values()].flatMap(([first]) => first ?? [])
}

function callKey({ fault: { code }, file, object }: LabFault): string {
  return JSON.stringify([code, file, object?.name, object?.origin.call ?? object?.id])
}
