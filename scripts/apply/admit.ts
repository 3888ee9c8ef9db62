import { canonicalJson } from '../model/canonical-json.ts'
import type { JsonObject } from '../model/json.ts'
import type { Ledger } from '../model/memory.ts'
import { ledgerName } from '../model/memory-name.ts'
import { memoryText } from '../model/memory-text.ts'
import type { Reading } from '../model/world.ts'
import { send, type Work } from './effect.ts'
import { versionOf } from './notes.ts'
import type { Lost, Underway } from './progress.ts'

export interface Admitting {
  readonly planned: Ledger | undefined
  readonly found: Reading<Ledger>
  /** What became of every member's W1. */
  readonly intended: readonly Underway[]
}

/**
 * One PUT admits all launches of this apply, after their intentions were remembered and before anything of them is made. In this
 * order an entry whose record is no longer `intended` can be let go by anybody: whoever changed that record has thereby stopped the
 * apply that wrote the entry. Answers what kept it from being written.
 */
export function* admit({ planned, found, intended }: Admitting): Work<Lost | undefined> {
  const written = intended.filter(({ lost }) => lost === undefined)
  if (planned === undefined || found.state !== 'read' || written.length === 0) return undefined
  const ledger = asFarAsRemembered(planned, found.value, written)
  if (meaningOf(found.value) === meaningOf(ledger)) return undefined
  const { answer } = yield* writeLedger(ledger, found.version)
  return answer
}

/**
 * The very first apply of a lab makes the ledger before all else, with nothing in it: were it to die after the first inventory and
 * before the ledger, `--init` would find an inventory and refuse for ever.
 */
export function* makeLedger(planned: Ledger): Work<Reading<Ledger> | Lost> {
  const ledger = { ...planned, members: [], admitted: [] }
  const { answer, version } = yield* writeLedger(ledger, undefined)
  return answer ?? { state: 'read', value: ledger, version: version ?? '' }
}

function* writeLedger(
  ledger: Ledger,
  over: string | undefined,
): Work<{ readonly answer?: Lost; readonly version?: string }> {
  const ask = { do: 'remember', name: ledgerName, text: memoryText(ledger) } as const
  const [answer] = yield* send([{ ...ask, ...(over !== undefined && { version: over }) }])
  if (answer === undefined) return { answer: { said: 'not-sent' } }
  return answer.said === 'done' ? { version: versionOf(answer.object) } : { answer }
}

/** A member is listed once their memory exists: missing though listed would be a loss. */
function asFarAsRemembered(planned: Ledger, before: Ledger, written: readonly Underway[]): Ledger {
  const remembered = written.flatMap(({ member, notes }) => (notes.version === undefined ? [] : [member]))
  const listed = new Set([...before.members, ...remembered])
  const intended = new Set(written.flatMap(({ tasks }) => tasks.flatMap(({ step, over }) => (over ? [] : [step.key]))))
  const admitted = planned.admitted.flatMap((entry) => {
    if (intended.has(entry.key)) return [entry]
    return before.admitted.filter(({ key }) => key === entry.key)
  })
  return { ...planned, members: planned.members.filter((member) => listed.has(member)), admitted }
}

/** When it was written is no reason to write it. */
function meaningOf({ clock: _when, ...rest }: Ledger): string {
  return canonicalJson(rest as unknown as JsonObject)
}
