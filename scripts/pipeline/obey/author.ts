import type { Account } from '../../model/facts.ts'
import type { Forge } from '../../model/forge.ts'
import type { Lab } from '../../model/lab.ts'
import { isOfComment, isOfIssue, sourceOf } from '../../obey/index.ts'
import type { AuthorOf } from '../review/review-pulls.ts'

export interface Attributing {
  readonly forge: Pick<Forge, 'self' | 'issue' | 'comment'>
  readonly lab: Lab
  /** On main: `alice/dev`. */
  readonly requests: ReadonlySet<string>
}

/**
 * In whose name a pull request is: its author's, but where it is ours and is exactly what an issue or a comment asks for, theirs. What is
 * not exactly that stays ours, and we are on nobody's roster.
 */
export function authorsOf({ forge, lab, requests }: Attributing): AuthorOf {
  return async (pull, change) => {
    if (pull.branch === undefined) return pull.author
    const source = sourceOf(pull, await forge.self())
    if (source === undefined) return pull.author
    if ('comment' in source) {
      const comment = await forge.comment(source.comment)
      return comment !== undefined && isOfComment(change, comment) ? comment.by : pull.author
    }
    const issue = await forge.issue(source.issue)
    if (issue === undefined) return pull.author
    return isOfIssue(change, issue, lab, namesOf(requests, issue.by)) ? issue.by : pull.author
  }
}

/** Names of somebody's requests: `dev`. */
export function namesOf(requests: ReadonlySet<string>, { login }: Account): readonly string[] {
  const prefix = `${login}/`
  return [...requests].filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length))
}
