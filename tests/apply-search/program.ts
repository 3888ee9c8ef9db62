import type { Answer, Ask } from '../../scripts/model/ask.ts'
import type { Effect, Reply, Work } from '../../scripts/apply/effect.ts'

/**
 * Where a run of the protocol stands: all that it was told so far. Runs that were told the same are one node, so the search forks a run
 * without copying it, and plays each history once.
 */
export interface Node {
  readonly id: number
  /** What it wants next; absent when it is over. */
  readonly effect?: Effect
  readonly result?: unknown
  /** Where the works of a `together` begin. */
  readonly works: readonly Node[]
  /** The node after a reply; equal texts mean equal replies. */
  readonly hear: (text: string, reply: Reply) => Node
}

/** A work that can be begun any number of times, and what comes after it, if anything does. */
export interface Program {
  readonly begin: () => Work<unknown>
  readonly after?: (result: unknown) => Node | undefined
}

let nodes = 0

export function nodeOf(program: Program): Node {
  return nodeAfter(program, [], program.begin(), undefined)
}

/** `running` stands where all that was `told` has brought it. One node uses it up; the others are played again from the beginning. */
function nodeAfter(program: Program, told: readonly Reply[], running: Work<unknown>, reply: Reply | undefined): Node {
  let at = reply === undefined ? running.next() : running.next(reply)
  const heard = reply === undefined ? [...told] : [...told, reply]
  for (let dry = dryAnswers(at); dry !== undefined; dry = dryAnswers(at)) {
    heard.push(dry)
    at = running.next(dry)
  }
  if (at.done) return program.after?.(at.value) ?? { id: ++nodes, result: at.value, works: [], hear: over }
  return {
    id: ++nodes,
    effect: at.value,
    works: worksOf(at.value, program, heard),
    hear: hearing(program, heard, running),
  }
}

function hearing(program: Program, heard: readonly Reply[], running: Work<unknown>): Node['hear'] {
  const next = new Map<string, Node>()
  let spare: Work<unknown> | undefined = running
  return (text, reply) => {
    const known = next.get(text)
    if (known !== undefined) return known
    const node = nodeAfter(program, heard, spare ?? played(program, heard).running, reply)
    spare = undefined
    next.set(text, node)
    return node
  }
}

function over(): never {
  throw new Error('it is over')
}

/** Dry runs are answered at once and always well: the model server has no opinions, and they change nothing. */
function dryAnswers(at: IteratorResult<Effect, unknown>): Reply | undefined {
  if (at.done || at.value.effect !== 'send' || !at.value.asks.every(isDry)) return undefined
  return { effect: 'send', answers: at.value.asks.map((): Answer => ({ said: 'done', object: {} })) }
}

function isDry(ask: Ask): boolean {
  return 'dryRun' in ask && ask.dryRun
}

function worksOf(effect: Effect, program: Program, heard: readonly Reply[]): readonly Node[] {
  if (effect.effect !== 'together') return []
  return effect.works.map((work, index) =>
    nodeAfter({ begin: () => workAt(program, heard, index) }, [], work, undefined),
  )
}

function workAt(program: Program, heard: readonly Reply[], index: number): Work<unknown> {
  const { at } = played(program, heard)
  const part = !at.done && at.value.effect === 'together' ? at.value.works[index] : undefined
  if (part === undefined) throw new Error('the protocol does not do the same when it is told the same')
  return part
}

function played(
  { begin }: Program,
  told: readonly Reply[],
): { running: Work<unknown>; at: IteratorResult<Effect, unknown> } {
  const running = begin()
  let at = running.next()
  for (const reply of told) at = running.next(reply)
  return { running, at }
}
