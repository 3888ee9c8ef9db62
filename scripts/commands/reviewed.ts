import type { Desired } from '../model/desired.ts'
import type { Lab } from '../model/lab.ts'
import { NotReviewed } from '../pipeline/read-rendered.ts'
import { reviewedState } from '../pipeline/reviewed-state.ts'
import { standingAt } from './desired-here.ts'
import { git } from './git.ts'
import { houseRoot } from './house-root.ts'
import { OutOfReach } from './out-of-reach.ts'
import { say } from './say.ts'

/** It is told once for all that is frozen by it. */
function unapprovedText(member: string): string {
  return `${member}: main holds requests of theirs that nobody let through; nothing of theirs is touched. An admin reads \`users/${member}\` and moves \`review.since\` in \`lab.config.ts\`.`
}

/** What binds a folder of YAML to a commit: what `lab build --seal` gave. */
export interface ReviewedOptions {
  readonly rendered: string
  readonly commit: string
  readonly digest: string
}

/** What was reviewed asks for. Nothing else is ever carried out. */
export async function reviewed({ rendered, commit, digest }: ReviewedOptions): Promise<{ desired: Desired; lab: Lab }> {
  try {
    const standing = await standingAt(commit)
    const state = await reviewedState({ git, folder: rendered, digest, houseRoot, standing, now: new Date() })
    for (const member of state.unapproved) say(unapprovedText(member))
    return state
  } catch (error) {
    if (!(error instanceof NotReviewed)) throw error
    throw new OutOfReach(
      `\`${rendered}\` is not what was reviewed: ${error.message}. Nothing was changed; render it again.`,
    )
  }
}
