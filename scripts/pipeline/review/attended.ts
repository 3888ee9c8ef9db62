import type { PullRequest } from '../../model/forge.ts'

/** Open pull requests of one author that are looked at, oldest first: more would keep others waiting. */
export const mostPulls = 5

/**
 * Those that are looked at. `pulls` come oldest first. Those from branches of this repository are by admins, or by us for as many members,
 * and are all looked at.
 */
export function attended(pulls: readonly PullRequest[]): ReadonlySet<PullRequest> {
  const byAuthor = Map.groupBy(pulls, ({ author, branch, number }) => (branch === undefined ? author.id : -number))
  return new Set([...byAuthor.values()].flatMap((own) => own.slice(0, mostPulls)))
}
