import type { Desired } from '../model/desired.ts'
import type { Lab } from '../model/lab.ts'
import { NotReviewed } from '../pipeline/apply/read-rendered.ts'
import { reviewedState, type ReviewedState } from '../pipeline/apply/reviewed-state.ts'
import { sound } from '../pipeline/apply/sound.ts'
import { standingAt } from './desired-here.ts'
import { git } from './git.ts'
import { houseRoot } from './house-root.ts'
import { OutOfReach } from './out-of-reach.ts'

/** What binds a folder of YAML to a commit: what `lab build --seal` gave. */
export interface ReviewedOptions {
  readonly rendered: string
  readonly commit: string
  readonly digest: string
}

/** What was reviewed asks for, all of it judged once more. Nothing else is ever carried out. */
export async function reviewed(options: ReviewedOptions): Promise<{ desired: Desired; lab: Lab }> {
  const { lab, unjudged } = await reviewedUnjudged(options)
  const { desired, judge } = await unjudged
  return { desired: sound(desired, await judge()), lab }
}

/** The same on its way, for whoever judges those alone for whom something is to be done. */
export async function reviewedUnjudged({ rendered, commit, digest }: ReviewedOptions): Promise<ReviewedState> {
  try {
    const standing = await standingAt(commit)
    return await reviewedState({ git, folder: rendered, digest, houseRoot, standing, now: new Date() })
  } catch (error) {
    if (!(error instanceof NotReviewed)) throw error
    throw new OutOfReach(
      `\`${rendered}\` is not what was reviewed: ${error.message}. Nothing was changed; render it again.`,
    )
  }
}
