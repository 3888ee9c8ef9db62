import type { Desired } from '../../model/desired.ts'
import type { Time } from '../../model/memory.ts'
import type { Foreseen, Plan, Step } from '../../model/plan.ts'
import type { Rendered } from '../../model/rendered.ts'
import { foresee } from '../../plan/index.ts'
import { readManifests } from '../../read/index.ts'
import { brokenMembers } from './broken-members.ts'
import type { Checked } from '../check-lab.ts'
import { desiredFrom } from './desired-from.ts'

interface Since {
  /** Of the base. */
  readonly commit: string
  readonly now: Time
}

/**
 * What `head` changes in a lab where all that could be rendered of `base` was applied, both judged by the same house. Members with
 * errors are frozen, as apply would have them. Without the cluster's memory nobody's place in line is known: who changes stands last.
 */
export function planSince(base: Checked, head: Checked, { commit, now }: Since): Foreseen {
  const broken = brokenMembers(head)
  const frozen = broken === 'house' ? [] : broken
  const texts = new Map(base.rendered.map(({ file, text }) => [file, text]))
  const changed = new Set(head.rendered.filter(({ file, text }) => texts.get(file) !== text).map(ownerOf))
  const wanted = head.rendered.filter((one) => !frozen.includes(ownerOf(one)))
  const before = desired(base.rendered.filter(isReadable), { commit, height: 1 })
  const after = { ...desired(wanted, { commit, height: 2, changed }), broken: frozen }
  return withoutOldHolds(foresee(before, after, head.house.lab, now), before)
}

/** What a suspended member asked for before and still does is no part of the change. */
function withoutOldHolds({ certain, uncertain, live, over }: Foreseen, before: Desired): Foreseen {
  const digests = new Map(before.wanted.map(({ key, digest }) => [key, digest]))
  const settled = (step: Step): Step => {
    const { hold, ...rest } = step
    const isOld = hold === 'suspended' && step.wanted?.digest === digests.get(step.key)
    return isOld ? { ...rest, operation: 'keep' } : step
  }
  const settledIn = (plan: Plan): Plan => ({ ...plan, steps: plan.steps.map(settled) })
  return { certain: certain.map(settled), uncertain, live: settledIn(live), over: settledIn(over) }
}

interface Place {
  readonly commit: string
  readonly height: number
  readonly changed?: ReadonlySet<string>
}

function desired(rendered: readonly Rendered[], { commit, height, changed = new Set() }: Place): Desired {
  const unchanged = rendered.map(ownerOf).filter((owner) => !changed.has(owner))
  return desiredFrom(rendered, [], { commit, height, folders: new Map(unchanged.map((owner) => [owner, 1])) })
}

function isReadable({ text, file }: Rendered): boolean {
  return readManifests(text, file).findings.length === 0
}

function ownerOf({ file }: Rendered): string {
  return file.split('/')[0] ?? ''
}
