import { checkName, commentMark, digestPrefix } from '../model/own-marks.ts'
import type { PullRequest, SeenMarks } from '../model/forge.ts'
import { answered } from './attempt.ts'
import type { Asking } from './open-forge.ts'

/** Our own marks on a pull request. Threat: whose they are is told by the account, never by a text that anybody can write. */
export async function readMarks(asking: Asking, pull: Pick<PullRequest, 'number' | 'head'>): Promise<SeenMarks> {
  const [comments, check] = await Promise.all([readSaid(asking, pull.number, commentMark), ownCheck(asking, pull.head)])
  return { comments, ...(check && { check }) }
}

/** Our own comments that begin with a mark, oldest first. */
export async function readSaid(
  { github, at, self }: Asking,
  number: number,
  mark: string,
): Promise<SeenMarks['comments']> {
  const asked = { ...at, issue_number: number, per_page: 100 }
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments'
  const [{ id: own }, comments] = await Promise.all([self(), answered(github.paginate(route, asked))])
  return comments
    .filter(({ user, body }) => user?.id === own && body?.startsWith(mark))
    .map(({ id, body = '' }) => ({ id: Number(id), text: body }))
    .sort((left, right) => left.id - right.id)
}

/** Threat: a job of a changed workflow can bear any name, and one that may write checks our digest too; neither makes it ours. */
async function ownCheck({ github, at, self }: Asking, head: string): Promise<SeenMarks['check']> {
  const asked = { ...at, ref: head, check_name: checkName, filter: 'all', per_page: 100 } as const
  const route = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs'
  const [{ login: own }, runs] = await Promise.all([self(), answered(github.paginate(route, asked))])
  const [newest] = runs
    .filter(({ external_id: digest, app }) => digest?.startsWith(digestPrefix) && `${app?.slug}[bot]` === own)
    .sort((left, right) => Number(right.id) - Number(left.id))
  return newest && { id: Number(newest.id), digest: newest.external_id?.slice(digestPrefix.length) ?? '' }
}
