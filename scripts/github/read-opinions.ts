import type { Facts, Review } from '../model/facts.ts'
import { answered } from './attempt.ts'
import type { Asking } from './open-forge.ts'
import { accountFrom } from './read-pulls.ts'

/** A remark leaves the reviewer's last word as it was. */
const words: Readonly<Record<string, Review['state']>> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  DISMISSED: 'dismissed',
}

/** The newest word of each reviewer, by account. */
export async function readReviews({ github, at }: Asking, pull: number): Promise<readonly Review[]> {
  const asked = { ...at, pull_number: pull, per_page: 100 }
  const told = await answered(github.paginate('GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', asked))
  const newest = new Map<number, Review>()
  for (const { user, state, commit_id: commit } of told) {
    const by = accountFrom(user)
    const word = words[state]
    if (word !== undefined) newest.set(by.id, { by, state: word, commit: commit ?? '' })
  }
  return [...newest.values()]
}

/** What GitHub Actions says of a job: foreign, for the change may have written the job. */
export async function readJob({ github, at }: Asking, head: string, name: string): Promise<Facts['check']> {
  const asked = { ...at, ref: head, check_name: name, filter: 'latest', per_page: 100 } as const
  const runs = await answered(github.paginate('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', asked))
  const [newest] = runs
    .filter(({ app }) => app?.slug === 'github-actions')
    .sort((left, right) => Number(right.id) - Number(left.id))
  if (newest === undefined || newest.status !== 'completed') return 'pending'
  return newest.conclusion === 'success' ? 'passed' : 'failed'
}
