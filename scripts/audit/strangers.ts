import { textAt } from '../model/at.ts'
import { auditFinding, type AuditFinding } from '../model/audit-finding.ts'
import { isClosed } from '../model/gate.ts'
import { kindIn, kinds, natureOf } from '../model/object-key.ts'
import { runEnd } from '../model/run-end.ts'
import type { LiveObject, World } from '../model/world.ts'
import { gpusOf } from './runs.ts'
import type { Sight } from './sight.ts'

/** What is there and was not launched from here. It is never touched; its GPUs count as in use. */
export function strangerFindings(sight: Sight): readonly AuditFinding[] {
  return [...copies(sight), ...foreigners(sight), ...unrequested(sight)]
}

/** With our marks, which people and operators copy, and in no memory. A closed one never ran: the next apply clears it away. */
function copies({ world, live, known, pods, lab }: Sight): readonly AuditFinding[] {
  return [...live.values()].flatMap((object) => {
    const { key, marks, uid } = object
    if (!isMarked(object, lab.namespace) || known.has(uid) || !isWorthTelling(object)) return []
    const member = marks?.owner ?? ''
    return isBlind(member, world) ? [] : [auditFinding('copy', { gpus: gpusOf(pods.get(key) ?? []) }, { key, member })]
  })
}

/** Whether something is theirs cannot be told without their memory. */
function isBlind(member: string, { ledger, inventories }: World): boolean {
  const { state } = inventories.get(member) ?? { state: 'absent' }
  if (state !== 'absent') return state === 'unreadable'
  return ledger.state !== 'read' || ledger.value.members.includes(member)
}

function isMarked({ key, marks, owned }: LiveObject, lab: string): boolean {
  return marks?.lab === lab && marks.key === key && !owned && kinds.includes(kindIn(key))
}

/** A disk with our marks is taken up, or listed as released, by the next apply. */
function isWorthTelling({ key, manifest }: LiveObject): boolean {
  const nature = natureOf(key)
  return nature === 'standing' || (nature === 'run' && !isClosed(manifest) && runEnd(manifest) === undefined)
}

/** Somebody else's object under a name that main asks for. */
function foreigners({ desired, live, known, lab }: Sight): readonly AuditFinding[] {
  return (desired?.wanted ?? []).flatMap(({ key, owner }) => {
    const object = live.get(key)
    const isOurs = object === undefined || known.has(object.uid) || isMarked(object, lab.namespace)
    if (isOurs || lab.adoptions.some(({ uid }) => uid === object.uid)) return []
    const by = object.marks?.owner
    return [auditFinding('name-taken', by === undefined ? {} : { by }, { key, member: owner })]
  })
}

function unrequested({ pods, live, known, lab }: Sight): readonly AuditFinding[] {
  return [...pods].flatMap(([maker, own]) => {
    const object = live.get(maker)
    const isTold = object !== undefined && (known.has(object.uid) || isMarked(object, lab.namespace))
    const gpus = gpusOf(own)
    if (isTold || gpus === 0 || own.every(({ manifest }) => isClosed(manifest))) return []
    const since = earliest(own)
    return [auditFinding('gpus-unrequested', { gpus, pods: own.length, ...(since && { since }) }, { key: maker })]
  })
}

function earliest(pods: readonly LiveObject[]): string | undefined {
  return pods
    .flatMap(({ manifest }) => textAt(manifest, 'metadata', 'creationTimestamp') ?? [])
    .sort()
    .at(0)
}
