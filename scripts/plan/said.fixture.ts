import { plan } from './plan.ts'
import type { PlanOptions } from './view-of.ts'
import { clock, lab as theLab } from './plan.fixture.ts'
import type { Desired } from '../model/desired.ts'
import type { Lab } from '../model/lab.ts'
import type { Key } from '../model/object-key.ts'
import type { Step } from '../model/plan.ts'
import type { World } from '../model/world.ts'

export interface Asked {
  readonly lab?: Lab
  readonly at?: string
  readonly options?: PlanOptions
}

/** The one step about a name, if there is one. */
export function stepAbout(
  key: Key,
  desired: Desired,
  world: World,
  { lab = theLab(), at = clock, options }: Asked = {},
): Step | undefined {
  return plan(desired, world, lab, at, options).steps.find((step) => step.key === key)
}

/** A step in few words: `refuse vanished → dropped`. `→` says what is remembered then; nothing is said where it stays as it is. */
export function said(step: Step | undefined): string {
  if (step === undefined) return 'nothing'
  const { operation, hold, refusal, note } = step
  const words = [operation, hold, refusal, note && `(${note})`].filter((word) => word !== undefined)
  return [words.join(' '), becomes(step)].filter((part) => part !== '').join(' → ')
}

function becomes({ before, after }: Step): string {
  if (JSON.stringify(before) === JSON.stringify(after)) return ''
  if (after === undefined) return 'dropped'
  return ['phase', 'run', 'end']
    .flatMap((name) => (name in after ? [String(after[name as keyof typeof after])] : []))
    .join(' ')
}
