import { commitsSince } from '../../history/index.ts'
import type { Git } from '../../model/git.ts'
import type { Lab } from '../../model/lab.ts'
import { unsealed } from '../../review/index.ts'
import { NotReviewed } from './read-rendered.ts'

/**
 * Members of whose requests main holds something that the lane did not merge: they are frozen. Throws `NotReviewed` where that is true
 * of the house. A lab whose people merge by hand has nothing to compare with, and nobody is frozen.
 */
export async function unapprovedMembers(
  git: Git,
  { review }: Pick<Lab, 'review'>,
  commit: string,
): Promise<readonly string[]> {
  if (review.level === 'simple') return []
  const commits = await commitsSince(git, review.since, commit)
  if (commits === undefined) throw new NotReviewed(`review.since names ${review.since}, which is no commit of main`)
  const { members, house } = unsealed(commits, review.seal)
  const [first] = house
  if (first === undefined) return members
  throw new NotReviewed(
    `commit ${first} changes the house, and the lane did not merge it; an admin reads it and moves review.since`,
  )
}
