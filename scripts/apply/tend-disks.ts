import { natureOf } from '../model/object-key.ts'
import type { Refusal, Step } from '../model/plan.ts'
import type { Applied, Played, Setting } from './apply-lab.ts'
import { read, together, type Work } from './effect.ts'
import { lossesOf } from './guard.ts'
import { frozenIn, partsOf, stopped, type Part } from './part.ts'
import { settle } from './clearing.ts'
import { pass, type Conduct, type Phase } from './phase.ts'
import type { Progress } from './progress.ts'
import { begin, dueAgain, heard, type Round } from './round.ts'
import { ended, isForStorage, unanswered, type Task } from './task.ts'

/**
 * The storage identity's share of a plan (`apply.md` 8): disks grow by a patch and end by a delete, each with its UID. It remembers
 * nothing: what is to end was noted as `retiring` by an apply before, and is forgotten by one after.
 */
export function* tendDisks(setting: Setting): Work<Applied> {
  let round = begin
  for (;;) {
    const played = yield* tendOnce(round, setting)
    const next = dueAgain(played)
    if (next === undefined)
      return { plan: played.plan, locks: played.plan.locks, outcomes: [...played.outcomes.values()] }
    round = next
  }
}

function* tendOnce(round: Round, setting: Setting): Work<Played> {
  const world = yield* read()
  const found = setting.plan(world, round.verdicts)
  const plan = { ...found, steps: found.steps.filter((step) => isDue(step, round, setting)) }
  const first = round.plan ?? plan
  const told = { ...round, plan: first, again: new Map() }
  if (round.number > 1 && frozenIn(plan) === 'lab') return told
  const parts = partsOf(plan, world, { concerns: () => true, granted: lossesOf(first), now: setting.now })
  if (setting.dryRun) return heard(told, parts)
  return heard(told, yield* together(parts.map((part) => tend(part, setting))))
}

const worthTelling: ReadonlySet<Refusal | undefined> = new Set<Refusal>(['mounted', 'still-requested'])

/** An end that no apply has noted yet waits for it. Later rounds look at nothing but what the first took up. */
function isDue(step: Step, { outcomes }: Round, { only }: Setting): boolean {
  const { key, member, operation, before, refusal } = step
  if (natureOf(key) !== 'claim' || (only !== undefined && member !== only)) return false
  if (outcomes.size > 0) return outcomes.has(`${member} ${key}`)
  if (operation === 'retire') return before?.phase === 'retiring'
  return isForStorage(step) || (operation === 'refuse' && worthTelling.has(refusal))
}

function* tend({ member, tasks, frozen }: Part, conduct: Conduct): Work<Progress> {
  if (frozen) return { member, tasks: stopped(tasks, { said: 'not-sent' }) }
  const opened = tasks.map((task) => (isForStorage(task.step) ? withoutEnding(task) : task))
  return { member, tasks: yield* settle(yield* pass(opened, tending, conduct)) }
}

function withoutEnding({ over: _leftToUs, ...task }: Task): Task {
  return task
}

const tending: Phase = {
  ask: ({ step: { key, operation, uid, patch } }) => {
    if (uid === undefined) return undefined
    if (operation === 'retire') return { do: 'delete', key, uid }
    return patch && { do: 'patch', key, uid, patch }
  },
  done: (task) =>
    task.step.operation === 'retire'
      ? { ...task, left: 'going' }
      : ended({ ...task, left: 'as-written' }, { ending: 'updated' }),
  refused: (task, answer) =>
    task.step.operation === 'retire' && answer.said === 'gone'
      ? ended({ ...task, left: 'nothing' }, { ending: 'retired' })
      : unanswered(task, answer),
}
