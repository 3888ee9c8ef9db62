import { at, textAt } from '../../model/at.ts'
import { exactly, told } from '../judgements.ts'
import type { Look, Setting } from '../setting.ts'

/** Members work from forks: their checks have to run, with a token that reads and without secrets. */
export const forkRuns: Setting = {
  id: 'fork-runs',
  from: 'simple',
  looks: ({ path, isPrivate }) => [isPrivate ? inPrivate(path) : inPublic(path)],
}

function inPublic(path: string): Look {
  return {
    paths: [`${path}/actions/permissions/fork-pr-contributor-approval`],
    judge: (approval) =>
      told([approval], (body) =>
        exactly([textAt(body, 'approval_policy') ?? ''], ['first_time_contributors_new_to_github']),
      ),
  }
}

const given = [
  'run_workflows_from_fork_pull_requests',
  'send_write_tokens_to_workflows',
  'send_secrets_and_variables',
  'require_approval_for_fork_pr_workflows',
] as const

function inPrivate(path: string): Look {
  return {
    paths: [`${path}/actions/permissions/fork-pr-workflows-private-repos`],
    judge: (settings) =>
      told([settings], (body) =>
        exactly(
          given.filter((name) => at(body, name) !== false),
          ['run_workflows_from_fork_pull_requests'],
        ),
      ),
  }
}
