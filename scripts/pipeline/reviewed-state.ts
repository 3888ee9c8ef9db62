import type { Desired } from '../model/desired.ts'
import type { Lab } from '../model/lab.ts'
import { desiredFrom, type Standing } from './desired-from.ts'
import { houseAt, UnusableHouse } from './house-at.ts'
import { readRendered } from './read-rendered.ts'
import { rejudged } from './rejudged.ts'

export interface ReviewedInput {
  readonly folder: string
  readonly digest: string
  readonly houseRoot: string
  /** Of the commit that is applied. */
  readonly standing: Standing
  readonly now: Date
}

/**
 * What a reviewed folder asks for. Threat: the job that made it ran members' code. So its objects are judged once more, here, where no
 * such code runs; a member with an error is frozen. Throws `NotReviewed`, or `UnusableHouse`.
 */
export async function reviewedState({
  folder,
  digest,
  houseRoot,
  standing,
  now,
}: ReviewedInput): Promise<{ desired: Desired; lab: Lab }> {
  const { index, rendered } = readRendered(folder, standing.commit, digest)
  const { house, findings } = await houseAt(houseRoot)
  if (findings.some(({ severity }) => severity === 'error')) throw new UnusableHouse(findings)
  const broken = [...new Set([...index.broken, ...rejudged(rendered, house, now)])].sort()
  const sound = rendered.filter(({ file }) => !broken.includes(file.split('/')[0] ?? ''))
  return { desired: desiredFrom(sound, broken, standing), lab: house.lab }
}
