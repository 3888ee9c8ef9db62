import type { Outcome } from '../model/outcome.ts'
import type { Lock, Plan, Step } from '../model/plan.ts'
import type { World } from '../model/world.ts'
import { admit, makeLedger } from './admit.ts'
import { askFirst, type PlanAgain } from './ask-first.ts'
import { carryOut, intend } from './carry-out.ts'
import { read, together, type Work } from './effect.ts'
import { lossesOf } from './guard.ts'
import { notesOf } from './notes.ts'
import { begin, dueAgain, heard, type Round } from './round.ts'
import { frozenIn, partsOf, stopped, type Part } from './part.ts'
import type { Conduct } from './phase.ts'
import { lose, type Progress, type Underway } from './progress.ts'

export interface Setting extends Conduct {
  readonly plan: PlanAgain
  /** The whole lab is planned, and only this member's part carried out: nobody is passed in line. */
  readonly only?: string
  /** Read, plan and ask, but write nothing. */
  readonly dryRun?: true
}

export interface Applied {
  /** As it was first made, once the server had been asked. */
  readonly plan: Plan
  readonly outcomes: readonly Outcome[]
  /** What kept the apply from being carried out, wholly or for a member. */
  readonly locks: readonly Lock[]
}

/**
 * The whole apply: read, plan, ask, remember, admit, do. Where the world moved under it, it reads and plans again for the members
 * concerned: what was begun is found as any later apply would find it, so there is one way to go on and not two.
 */
export function* applyLab(setting: Setting): Work<Applied> {
  let round = begin
  for (;;) {
    const played = yield* playRound(round, setting)
    const next = dueAgain(played)
    if (next === undefined) return appliedIn(played)
    round = next
  }
}

function appliedIn({ plan, outcomes }: Played): Applied {
  return { plan, locks: plan.locks, outcomes: [...outcomes.values()] }
}

export interface Played extends Round {
  readonly plan: Plan
}

/** From a reading of the world to all that can be done about it. */
export function* playRound(round: Round, setting: Setting): Work<Played> {
  const world = yield* read()
  const concerns = (step: Step): boolean => isConcerned(step, round, setting)
  const { plan, verdicts, notAllowed } = yield* askFirst(world, round.verdicts, {
    ...setting,
    marking: setting,
    concerns,
  })
  const first = round.plan ?? plan
  const told = { ...round, plan: first, verdicts, again: new Map() }
  if (setting.dryRun || (round.number > 1 && frozenIn(plan) === 'lab')) return told
  const parts = partsOf(plan, world, { concerns, granted: lossesOf(first), now: setting.now })
  if (notAllowed !== undefined) return heard(told, halted(parts, { said: 'not-allowed', message: notAllowed }))
  if (frozenIn(plan) === 'lab') return heard(told, halted(parts, { said: 'not-sent' }))
  return heard(told, yield* doAll(parts, { plan, world, setting }))
}

function isConcerned({ member }: Step, { again }: Round, { only }: Setting): boolean {
  return (only === undefined || member === only) && (again === undefined || again.has(member))
}

function halted(parts: readonly Part[], why: Parameters<typeof stopped>[1]): readonly Progress[] {
  return parts.map(({ member, tasks }) => ({ member, tasks: stopped(tasks, why) }))
}

interface Doing {
  readonly plan: Plan
  readonly world: World
  readonly setting: Setting
}

/** Memory before effects: intentions of all, then the ledger, then everybody's own work. */
function* doAll(parts: readonly Part[], { plan, world, setting }: Doing): Work<readonly Progress[]> {
  const found = world.ledger.state === 'absent' && plan.ledger ? yield* makeLedger(plan.ledger) : world.ledger
  if ('said' in found) return parts.map((part) => lose(underway(part, world, setting), found))
  const frozen = parts.filter((part) => part.frozen)
  const free = parts.filter((part) => !part.frozen).map((part) => underway(part, world, setting))
  const intended = yield* together(free.map(intend))
  const refused = yield* admit({ planned: plan.ledger, found, intended })
  const done = refused
    ? intended.map((each) => (each.lost ? each : lose(each, refused)))
    : yield* together(intended.map((each) => carryOut(each, setting)))
  return [...halted(frozen, { said: 'not-sent' }), ...done]
}

function underway({ member, tasks }: Part, { inventories }: World, { lab }: Setting): Underway {
  return { member, tasks, notes: notesOf(inventories.get(member) ?? { state: 'absent' }, lab, member) }
}
