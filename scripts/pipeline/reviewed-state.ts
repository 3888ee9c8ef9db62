import type { Desired } from '../model/desired.ts'
import type { Git } from '../model/git.ts'
import type { Lab } from '../model/lab.ts'
import { unapprovedMembers } from './unapproved-members.ts'
import { desiredFrom, type Standing } from './desired-from.ts'
import { houseAt, UnusableHouse } from './house-at.ts'
import { readRendered } from './read-rendered.ts'
import { rejudged } from './rejudged.ts'

export interface ReviewedInput {
  /** Has all of main's history. */
  readonly git: Git
  readonly folder: string
  readonly digest: string
  readonly houseRoot: string
  /** Of the commit that is applied. */
  readonly standing: Standing
  readonly now: Date
}

export interface ReviewedState {
  readonly desired: Desired
  readonly lab: Lab
  /** Members who are frozen because something of theirs reached main past the lane. */
  readonly unapproved: readonly string[]
}

/**
 * What a reviewed folder asks for. Threat: the job that made it ran members' code. So its objects are judged once more, here, where no
 * such code runs; a member with an error is frozen, and so is one whose requests reached main past the lane. Throws `NotReviewed`, or `UnusableHouse`.
 */
export async function reviewedState({
  git,
  folder,
  digest,
  houseRoot,
  standing,
  now,
}: ReviewedInput): Promise<ReviewedState> {
  const { index, rendered } = readRendered(folder, standing.commit, digest)
  const { house, findings } = await houseAt(houseRoot)
  if (findings.some(({ severity }) => severity === 'error')) throw new UnusableHouse(findings)
  const unapproved = await unapprovedMembers(git, house.lab, standing.commit)
  const broken = [...new Set([...index.broken, ...unapproved, ...rejudged(rendered, house, now)])].sort()
  const sound = rendered.filter(({ file }) => !broken.includes(file.split('/')[0] ?? ''))
  return { desired: desiredFrom(sound, broken, standing), lab: house.lab, unapproved }
}
