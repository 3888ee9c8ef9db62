import type { Answer, Ask } from '../model/ask.ts'
import type { Manifest } from '../model/manifest.ts'
import type { Marking } from '../model/marks.ts'
import { natureOf, type Key } from '../model/object-key.ts'
import type { Plan, Step } from '../model/plan.ts'
import type { Verdict, Verdicts } from '../model/verdict.ts'
import type { World } from '../model/world.ts'
import { send, type Work } from './effect.ts'
import { manifestToMake, underThrowawayName } from './manifests.ts'

/** The plan of a world, heeding what the server has said so far; everything else is bound before. */
export type PlanAgain = (world: World, verdicts: Verdicts) => Plan

export interface Asked {
  readonly plan: Plan
  readonly verdicts: Verdicts
  /** We may not even ask: nothing more is sent. */
  readonly notAllowed?: string
}

export interface Asking {
  readonly marking: Marking
  readonly plan: PlanAgain
  /** Whose steps will be carried out, and so are asked about. */
  readonly concerns: (step: Step) => boolean
}

/**
 * Everything that a dry run can tell is asked before anything is written. An answer changes the plan: what is refused takes nobody's
 * place in line, so others may be launched, which are asked about in their turn. It ends because no key is asked about twice.
 */
export function* askFirst(world: World, known: Verdicts, asking: Asking): Work<Asked> {
  let verdicts = known
  for (;;) {
    const plan = asking.plan(world, verdicts)
    const steps = plan.steps.filter((step) => asking.concerns(step) && !verdicts.has(step.key))
    const questions = steps.flatMap((step): readonly Question[] => {
      const ask = askAbout(step, asking.marking)
      return ask ? [{ step, ask }] : []
    })
    if (questions.length === 0) return { plan, verdicts }
    const answers = yield* asked(questions.map(({ ask }) => ask))
    const notAllowed = answers.find((answer) => answer.said === 'not-allowed')
    if (notAllowed) return { plan, verdicts, notAllowed: notAllowed.message }
    verdicts = new Map([...verdicts, ...(yield* judged(questions, answers))])
  }
}

interface Question {
  readonly step: Step
  readonly ask: Ask
}

/** Claims are never asked about; what is opened, stopped or deleted has nothing to be asked. */
function askAbout(step: Step, marking: Marking): Ask | undefined {
  const { key, operation, wanted, uid, patch, force } = step
  const nature = natureOf(key)
  if (wanted === undefined || nature === 'claim') return undefined
  const manifest = manifestToMake(wanted, marking)
  if (operation === 'launch' && uid === undefined) return { do: 'create', manifest, dryRun: true }
  if (operation === 'replace') return anew(manifest)
  if (operation === 'create') return { do: 'apply-new', manifest, dryRun: true }
  if (operation !== 'update' || uid === undefined) return undefined
  if (nature === 'run') return patch && { do: 'patch', key, uid, patch, dryRun: true }
  return { do: 'apply', manifest, uid, dryRun: true, ...(force && { force }) }
}

function anew(manifest: Manifest): Ask {
  return { do: 'create', manifest: underThrowawayName(manifest), dryRun: true }
}

/** A dry run changes nothing, so it may be asked again; a launch that nobody can tell about would lose its place in line. */
const tries = 3

function* asked(asks: readonly Ask[]): Work<readonly Answer[]> {
  let answers = yield* send(asks)
  for (let tried = 1; tried < tries; tried += 1) {
    const open = asks.filter((_, index) => answers[index]?.said === 'unknown')
    const again = (yield* send(open))[Symbol.iterator]()
    answers = answers.map((answer) => (answer.said === 'unknown' ? (again.next().value ?? answer) : answer))
  }
  return answers
}

type Heard = readonly (readonly [Key, Verdict])[]

/** A standing object that may not be changed in this way may yet be made anew: asked under another name (`apply.md` 4). */
function* judged(questions: readonly Question[], answers: readonly Answer[]): Work<Heard> {
  const first = questions.map(({ step }, index): readonly [Key, Verdict] => [step.key, verdictOn(step, answers[index])])
  const unsure = questions.flatMap(({ step, ask }, index) =>
    ask.do === 'apply' && answers[index]?.said === 'rejected' ? [{ key: step.key, ask: anew(ask.manifest) }] : [],
  )
  const replies = yield* asked(unsure.map(({ ask }) => ask))
  const second = unsure.flatMap(({ key }, index): Heard => {
    const verdict = verdictOnRemake(replies[index])
    return verdict ? [[key, verdict]] : []
  })
  return [...first, ...second]
}

/** `undefined`: the first refusal stands. Validation comes before quota, so a full quota is no verdict on the text. */
function verdictOnRemake(answer: Answer | undefined): Verdict | undefined {
  if (answer?.said === 'done' || answer?.said === 'quota') return { says: 'replace' }
  return answer?.said === 'rejected' ? undefined : couldNotTell(answer)
}

/** That the world moved is found out again when it is done. */
function verdictOn({ operation }: Step, answer: Answer | undefined): Verdict {
  if (answer === undefined) return couldNotTell(answer)
  if (fitting.has(answer.said) || (answer.said === 'quota' && operation === 'replace')) return { says: 'fits' }
  if (answer.said === 'quota') return { says: 'hold', hold: 'cluster-quota', message: answer.message }
  if (answer.said === 'contested') {
    const { manager, fields, message } = answer
    return { says: 'refuse', refusal: 'conflict', args: { manager, fields }, message }
  }
  if (answer.said !== 'rejected') return couldNotTell(answer)
  return { says: 'refuse', refusal: 'rejected', args: { fields: answer.fields }, message: answer.message }
}

const fitting: ReadonlySet<Answer['said']> = new Set(['done', 'exists', 'moved', 'gone'])

function couldNotTell(answer: Answer | undefined): Verdict {
  const message = answer !== undefined && 'message' in answer ? answer.message : ''
  return { says: 'refuse', refusal: 'could-not-tell', args: {}, message }
}
