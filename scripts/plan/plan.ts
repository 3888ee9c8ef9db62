import { afterNamesake } from './guards/after-namesake.ts'
import { casesOf } from './cases-of.ts'
import { decide } from './tables/decide.ts'
import { heeded } from './guards/heeded.ts'
import { inSequence } from './in-sequence.ts'
import { admittedOf, inUse } from './queue/in-use.ts'
import { ledgerLocks, lossLocks, readingLocks } from './locks/locks-of.ts'
import { needed } from './guards/needed.ts'
import { needing } from './guards/needing.ts'
import { nextLedger } from './next-ledger.ts'
import { byText } from './order.ts'
import { queued } from './queue/queue.ts'
import { suspended } from './guards/suspended.ts'
import { usesIn } from './queue/use-of.ts'
import { viewOf, type PlanOptions, type View } from './view-of.ts'
import { withinMemory } from './guards/within-memory.ts'
import type { Desired } from '../model/desired.ts'
import type { Lab } from '../model/lab.ts'
import type { Time } from '../model/memory.ts'
import type { Plan, Step } from '../model/plan.ts'
import type { World } from '../model/world.ts'

/**
 * What is to be done to bring the cluster to what main asks for (`apply.md`). Pure, and the same for any order of what was read. What
 * is not in it is not written; with a lock on the whole lab nothing is.
 */
export function plan(desired: Desired, world: World, lab: Lab, clock: Time, options: PlanOptions = {}): Plan {
  const view = viewOf(desired, world, lab, clock, options)
  const blind = readingLocks(view.world, lab.namespace, options)
  const decided = blind.length > 0 ? [] : ready(tabled(view), view)
  const use = inUse(view.world, lab.namespace, view.pods)
  const admitted = admittedOf(view.world)
  const { steps: going, admissions, line } = queued(decided, { ...view.setting, use, admitted, limits: view.limits })
  const steps = inSequence(going.map((step) => needed(step, view.setting.mountedBy, going)))
  const locks = [
    ...(options.locks ?? []),
    ...blind,
    ...(blind.length > 0 ? [] : lateLocks(steps, view)),
    ...view.frozen,
  ]
  const change = { world: view.world, steps, desired, admitted, admissions, clock }
  const ledger = locks.some(({ scope }) => scope === 'lab') ? undefined : nextLedger(view.ledger, change)
  return { steps, locks, ...usesIn(use, steps, logins(view), view.limits), ...(ledger && { ledger }), line }
}

/** What the tables say of every name of members who are not frozen. */
function tabled({ desired, world, setting, pods, frozen }: View): readonly Step[] {
  const isFrozen = new Set(frozen.map(({ member }) => member))
  const cases = casesOf({ wanted: desired.wanted, world, lab: setting.lab.namespace, pods })
  return cases.filter(({ member }) => !isFrozen.has(member)).map((the) => decide(the, setting))
}

/** What is due, after all that can hold or refuse it but the queue. */
function ready(said: readonly Step[], { world, setting, options }: View): readonly Step[] {
  const { lab, commit } = setting
  const heard = said.map((step) => heeded(step, options.verdicts?.get(step.key), commit))
  const fitting = [...Map.groupBy(heard, ({ member }) => member)].flatMap(([member, own]) => {
    const reading = world.inventories.get(member)
    return withinMemory(
      own,
      reading?.state === 'read' ? reading.value : { version: 1, lab: lab.namespace, member, records: {} },
    )
  })
  const active = fitting.map((step) => suspended(step, lab, commit))
  const around = {
    live: new Map(world.objects.map((object) => [object.key, object])),
    steps: Map.groupBy(active, ({ key }) => key),
  }
  return active.map((step) => needing(afterNamesake(step, active, commit), around, commit))
}

function lateLocks(steps: readonly Step[], { desired, world, ledger, setting, options, frozen }: View): Plan['locks'] {
  const isFrozen = new Set(frozen.flatMap(({ member }) => (member === undefined ? [] : [member])))
  const late = ledgerLocks(ledger, desired, setting.clock, options)
  // What an older commit does not ask for is no loss, and `--prune` would be the wrong advice.
  if (late.some(({ lock }) => lock === 'older-commit')) return late
  return [...late, ...lossLocks(steps, desired.wanted, world, isFrozen, options)]
}

/** Everybody on the roster, with a memory, or with a request. */
function logins({ desired, world, setting }: View): readonly string[] {
  const owners = desired.wanted.map(({ owner }) => owner)
  return [...new Set([...Object.keys(setting.lab.members), ...world.inventories.keys(), ...owners])].sort(byText)
}
