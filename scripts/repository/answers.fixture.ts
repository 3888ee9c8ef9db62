import type { components } from '@octokit/openapi-types'
import config from '../../lab.config.ts'
import type { Lab } from '../model/lab.ts'
import { ownLabels } from '../model/own-labels.ts'
import type { Answer } from '../model/settings.ts'

type Schemas = components['schemas']
/** What a test needs of an answer, in the shape that GitHub describes. */
type Told<S extends keyof Schemas> = Partial<Schemas[S]>

const at = '2026-11-24T12:00:00Z'
const repo = '/repos/uci/lab'

export const simple: Lab = {
  ...config,
  admins: ['alice'],
  members: { alice: { id: 1001 }, bob: { id: 1002 }, example: { suspended: true } },
}
export const computed: Lab = {
  ...simple,
  review: { level: 'computed', app: { id: 4242, slug: 'uci-lab' }, seal: '', since: '' },
}

/** A public repository of an organization in which everything is as it should be, at either level. */
export const good: Readonly<Record<string, unknown>> = {
  [repo]: {
    default_branch: 'main',
    private: false,
    owner: { login: 'uci', type: 'Organization' } as Schemas['simple-user'],
  } satisfies Told<'full-repository'>,
  [`${repo}/rules/branches/main?per_page=100`]: [
    { type: 'deletion', ...ruleset() },
    { type: 'non_fast_forward', ...ruleset() },
    pullRequest({}),
    checks([{ context: 'lab/approval', integration_id: 4242 }]),
  ] satisfies readonly Schemas['repository-rule-detailed'][],
  [`${repo}/rulesets/77`]: ruled([]),
  [`${repo}/collaborators?permission=push&per_page=100`]: [person('Alice')],
  ...Object.fromEntries(['cluster', 'cluster-read', 'storage', 'review'].flatMap(environment)),
  [`${repo}/actions/secrets?per_page=100`]: { total_count: 0, secrets: [] },
  [`${repo}/actions/organization-secrets?per_page=100`]: { total_count: 0, secrets: [] },
  [`${repo}/actions/permissions/workflow`]: {
    default_workflow_permissions: 'read',
    can_approve_pull_request_reviews: false,
  } satisfies Schemas['actions-get-default-workflow-permissions'],
  [`${repo}/actions/permissions`]: {
    enabled: true,
    allowed_actions: 'selected',
    sha_pinning_required: true,
  } satisfies Schemas['actions-repository-permissions'],
  [`${repo}/actions/permissions/selected-actions`]: {
    github_owned_allowed: true,
    verified_allowed: false,
    patterns_allowed: [],
  } satisfies Schemas['selected-actions'],
  [`${repo}/actions/permissions/fork-pr-contributor-approval`]: {
    approval_policy: 'first_time_contributors_new_to_github',
  } satisfies Schemas['actions-fork-pr-contributor-approval'],
  [`${repo}/actions/permissions/fork-pr-workflows-private-repos`]: {
    run_workflows_from_fork_pull_requests: true,
    send_write_tokens_to_workflows: false,
    send_secrets_and_variables: false,
    require_approval_for_fork_pr_workflows: false,
  } satisfies Schemas['actions-fork-pr-workflows-private-repos'],
  '/apps/uci-lab': app({}),
  '/users/carol': { login: 'carol', id: 1003 } satisfies Told<'public-user'>,
  [`${repo}/labels?per_page=100&page=1`]: named('bug', ...Object.keys(ownLabels)),
  [`${repo}/labels?per_page=100&page=2`]: [],
}

/** GitHub's words where main has no protection of the older kind. */
export const unprotected: Answer = { status: 404, body: { message: 'Branch not protected', status: '404' } }
export const notFound: Answer = { status: 404, body: { message: 'Not Found', status: '404' } }
export const forbidden: Answer = {
  status: 403,
  body: { message: 'Resource not accessible by personal access token', status: '403' },
}
export const unpaid: Answer = {
  status: 403,
  body: { message: 'Upgrade to GitHub Pro or make this repository public to enable this feature.', status: '403' },
}

/** What GitHub says at an address: of `changes`, else what is good, else that there is nothing. */
export function answers(changes: Readonly<Record<string, unknown>>): (path: string) => Answer {
  return (path) => {
    const found = changes[path] ?? good[path]
    if (isAnswer(found)) return found
    if (found !== undefined) return { status: 200, body: found }
    return path.endsWith('/protection') ? unprotected : notFound
  }
}

export function pullRequest(
  changes: Partial<NonNullable<Schemas['repository-rule-pull-request']['parameters']>>,
): Schemas['repository-rule-detailed'] {
  const parameters = {
    allowed_merge_methods: ['merge' as const],
    dismiss_stale_reviews_on_push: true,
    require_code_owner_review: false,
    require_last_push_approval: false,
    required_approving_review_count: 0,
    required_review_thread_resolution: false,
    required_reviewers: [reviewers(1)],
  }
  return { type: 'pull_request', ...ruleset(), parameters: { ...parameters, ...changes } }
}

export function reviewers(count: number): Schemas['repository-rule-params-required-reviewer-configuration'] {
  return {
    file_patterns: ['*', '!users/**', '!grants/**'],
    minimum_approvals: count,
    reviewer: { id: 9, type: 'Team' },
  }
}

export function checks(
  required: Schemas['repository-rule-params-status-check-configuration'][],
): Schemas['repository-rule-detailed'] {
  const parameters = { required_status_checks: required, strict_required_status_checks_policy: false }
  return { type: 'required_status_checks', ...ruleset(), parameters }
}

export function ruled(actors: Schemas['repository-ruleset-bypass-actor'][]): Schemas['repository-ruleset'] {
  return { id: 77, name: 'main', source: 'uci/lab', enforcement: 'active', bypass_actors: actors }
}

export function secrets(...names: readonly string[]) {
  const all = names.map((name) => ({ name, created_at: at, updated_at: at }) satisfies Schemas['actions-secret'])
  return { total_count: all.length, secrets: all }
}

export function named(...names: readonly string[]): readonly Told<'label'>[] {
  return names.map((name) => ({ name, default: false }))
}

export function person(login: string): Told<'collaborator'> {
  return { login, id: 1001, type: 'User', site_admin: false, role_name: 'admin' }
}

export function app(permissions: Readonly<Record<string, string>>): Told<'integration'> {
  const granted = { contents: 'write', issues: 'write', pull_requests: 'write', checks: 'write', statuses: 'write' }
  return {
    id: 4242,
    slug: 'uci-lab',
    permissions: { ...granted, metadata: 'read', actions: 'read', ...permissions },
  }
}

export function policies(...names: readonly Schemas['deployment-branch-policy'][]) {
  return { total_count: names.length, branch_policies: names }
}

/** The field about admins is told and not described. */
function environment(name: string): readonly (readonly [string, unknown])[] {
  const path = `${repo}/environments/${name}`
  const one = {
    name,
    deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
  } satisfies Told<'environment'>
  const held = name === 'review' ? ['LAB_APP_KEY', 'LAB_SEAL_KEY'] : ['KUBECONFIG']
  return [
    [path, { ...one, can_admins_bypass: false }],
    [`${path}/deployment-branch-policies?per_page=100`, policies({ id: 1, name: 'main', type: 'branch' })],
    [`${path}/secrets?per_page=100`, secrets(...held)],
  ]
}

function ruleset(): Schemas['repository-rule-ruleset-info'] {
  return { ruleset_source_type: 'Repository', ruleset_source: 'uci/lab', ruleset_id: 77 }
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'status' in value && 'body' in value
}
