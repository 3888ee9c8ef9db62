import { heightsAt, ShallowHistory, type Heights } from '../history/heights.ts'
import type { Desired } from '../model/desired.ts'
import { brokenMembers } from '../pipeline/apply/broken-members.ts'
import type { Checked } from '../pipeline/check-lab.ts'
import { desiredFrom } from '../pipeline/apply/desired-from.ts'
import { git } from './git.ts'
import { OutOfReach } from './out-of-reach.ts'

/** What the working tree asks for, as if it were main's next commit. Members with errors are frozen, as apply would have them. */
export async function desiredHere(checked: Checked): Promise<Desired> {
  const broken = brokenMembers(checked)
  if (broken === 'house') throw new OutOfReach('the lab’s own files have errors: `npx lab check` tells which.')
  const rendered = checked.rendered.filter(({ file }) => !broken.includes(file.split('/')[0] ?? ''))
  return desiredFrom(rendered, broken, await standingAt('HEAD'))
}

/** Main's history up to a commit; without all of it nobody’s place in line can be told. */
export async function standingAt(ref: string): Promise<Heights> {
  try {
    return await heightsAt(git, ref)
  } catch (error) {
    if (!(error instanceof ShallowHistory)) throw error
    throw new OutOfReach('this clone has not all of main’s history: `git fetch --unshallow`.')
  }
}
