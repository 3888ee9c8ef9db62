import type { Asking, Hub, Json } from './hub.ts'
import { headOf, tipOf, type OpenPull } from './heads.ts'
import { Refusal } from './refusal.ts'
import { forbidsMerge } from './rules.ts'
import type { Person } from './state.ts'

/** Merges as GitHub does, in this order of refusals: 405 closed or draft, 409 another head, 405 a rule, 405 a conflict, 403 workflow files. */
export async function merge({ hub, caller, by, body }: Asking, issue: OpenPull): Promise<Json> {
  const { commit_title: title, commit_message: message, sha, merge_method: method = 'merge' } = body as Wanted
  const { number, pull } = issue
  if (!issue.isOpen) throw new Refusal(405, 'Pull Request is not mergeable')
  if (pull.isDraft) throw new Refusal(405, 'Pull Request is still a draft')
  const [head, base] = [await headOf(hub, issue), await tipOf(hub, pull.base)]
  if (sha !== undefined && sha !== head)
    throw new Refusal(409, 'Head branch was modified. Review and try the merge again.')
  const forbidden = forbidsMerge(hub, number, head, method)
  if (forbidden !== undefined) throw new Refusal(405, `Repository rule violations found\n\n${forbidden}`)
  if (method !== 'merge') throw new Error(`the double does not know how to ${method}`)
  const tree = await mergedTree(hub, base, head)
  if (caller.is === 'bot' && caller.permissions['workflows'] !== 'write') await insistOnNoWorkflow(hub, base, tree)
  const heading = title ?? `Merge pull request #${number} from ${(pull.fork ?? hub.owner).split('/')[0]}/${pull.branch}`
  const text = message === undefined || message === '' ? heading : `${heading}\n\n${message}`
  const commit = await commitTree(hub, by, tree, [base, head], text)
  await hub.repository.git(['update-ref', `refs/heads/${pull.base}`, commit, base]).catch(() => {
    throw new Refusal(405, 'Base branch was modified. Review and try the merge again.')
  })
  Object.assign(pull, { mergedAs: commit, mergedBy: by, headAtEnd: head })
  Object.assign(issue, { isOpen: false, updatedAt: hub.stamp() })
  return { sha: commit, merged: true, message: 'Pull Request successfully merged' }
}

interface Wanted {
  readonly commit_title?: string
  readonly commit_message?: string
  readonly sha?: string
  readonly merge_method?: string
}

async function mergedTree({ repository }: Hub, base: string, head: string): Promise<string> {
  const text = await repository.git(['merge-tree', '--write-tree', base, head]).catch(() => undefined)
  if (text === undefined) throw new Refusal(405, 'Pull Request has merge conflicts')
  return text.split('\n')[0] ?? ''
}

async function insistOnNoWorkflow({ repository }: Hub, base: string, tree: string): Promise<void> {
  const changed = await repository.git(['diff-tree', '-r', '--name-only', base, tree, '--', '.github/workflows'])
  const [file] = changed.split('\n')
  if (file)
    throw new Refusal(
      403,
      `refusing to allow a GitHub App to create or update workflow \`${file}\` without \`workflows\` permission`,
    )
}

/** A commit that GitHub makes for somebody. */
export function commitTree(
  { repository, stamp }: Hub,
  by: Person,
  tree: string,
  parents: readonly string[],
  message: string,
): Promise<string> {
  const at = stamp()
  const env = {
    GIT_AUTHOR_NAME: by.login,
    GIT_AUTHOR_EMAIL: `${by.id}+${by.login}@users.noreply.github.com`,
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_NAME: 'GitHub',
    GIT_COMMITTER_EMAIL: 'noreply@github.com',
    GIT_COMMITTER_DATE: at,
  }
  return repository.git(['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])], { input: message, env })
}
