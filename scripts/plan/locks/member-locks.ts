import type { Desired } from '../../model/desired.ts'
import type { Ledger } from '../../model/memory.ts'
import type { Lock } from '../../model/plan.ts'
import type { World } from '../../model/world.ts'
import { byText } from '../order.ts'

/** Locks on single members: nothing of theirs is made, changed, ended, released; their use still counts (`apply.md` 7). */
export function memberLocks(desired: Desired, world: World, ledger: Ledger): readonly Lock[] {
  const broken = desired.broken.map((member): Lock => {
    const args = desired.unapproved?.includes(member) ? { unapproved: true } : {}
    return { lock: 'broken-files', scope: 'member', member, args }
  })
  const known = [...new Set([...ledger.members, ...world.inventories.keys()])]
  return [...broken, ...known.flatMap((member) => inventoryLock(member, world, ledger))].sort(
    (left, right) => byText(left.member ?? '', right.member ?? '') || byText(left.lock, right.lock),
  )
}

function inventoryLock(member: string, { inventories }: World, { members }: Ledger): readonly Lock[] {
  const reading = inventories.get(member) ?? { state: 'absent' }
  const why = reading.state === 'unreadable' ? reading.why : 'missing'
  const isUsable = reading.state === 'read' || (reading.state === 'absent' && !members.includes(member))
  return isUsable ? [] : [{ lock: 'inventory', scope: 'member', member, args: { why } }]
}
