import { readWorld, type Connection } from '../../cluster/index.ts'
import type { Answer } from '../../model/ask.ts'
import type { Desired } from '../../model/desired.ts'
import type { Lab } from '../../model/lab.ts'
import type { Time } from '../../model/memory.ts'
import { inventoryName } from '../../model/memory-name.ts'
import { memoryText } from '../../model/memory-text.ts'
import type { RebuildOutcome, RebuildRefusal } from '../../model/rebuild.ts'
import type { World } from '../../model/world.ts'
import { rebuilt } from '../../plan/index.ts'

export interface RebuildInput {
  readonly member: string
  readonly desired: Desired
  readonly lab: Lab
  readonly now: Time
  /** Else it is only said what would be remembered. */
  readonly write: boolean
}

/** Makes the memory of one member anew, by one write over exactly what was read. Rejects as `readWorld` does. */
export async function rebuildMemory(connection: Connection, input: RebuildInput): Promise<RebuildOutcome> {
  const { member, desired, lab, now, write } = input
  const world = await readWorld(connection)
  const why = whyNot(world, input)
  if (why !== undefined) return { is: 'refused', why }
  const wanted = desired.wanted.filter(({ owner }) => owner === member)
  const inventory = rebuilt({ member, world, wanted, commit: desired.commit, lab, now })
  if (Object.keys(inventory.records).length === 0 && !world.inventories.has(member))
    return { is: 'refused', why: 'nothing-there' }
  if (!write) return { is: 'planned', inventory }
  const found = world.inventories.get(member) ?? { state: 'absent' }
  const version = found.state === 'absent' ? {} : { version: found.version }
  const ask = { do: 'remember', name: inventoryName(member), text: memoryText(inventory), ...version } as const
  const answer = await connection.send(ask)
  return answer.said === 'done' ? { is: 'written', inventory } : refused(answer)
}

/** With half a look, or with an older commit, a wanted disk would be listed as one that nobody wants. */
function whyNot(world: World, { member, desired }: RebuildInput): RebuildRefusal | undefined {
  const { ledger, inventories, unread } = world
  const found = inventories.get(member)
  if (found?.state === 'read') return 'whole'
  if (found?.state === 'unreadable' && found.why === 'newer-version') return 'newer-version'
  if (ledger.state !== 'read') return 'ledger'
  if (ledger.value.height > desired.height) return 'older-commit'
  if (unread.length > 0) return 'unread-lists'
  return desired.broken.includes(member) ? 'broken-files' : undefined
}

function refused(answer: Exclude<Answer, { said: 'done' }>): RebuildOutcome {
  if (answer.said === 'exists' || answer.said === 'moved') return { is: 'refused', why: 'moved' }
  const message = 'message' in answer ? { message: answer.message } : {}
  return { is: 'refused', why: 'no-answer', ...message }
}
