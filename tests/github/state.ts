/** What people and programs have made at GitHub, as far as the double knows it: plain data, for a test to read and to change. */
export interface State {
  readonly people: Map<string, Person>
  /** By login; whoever is missing only reads. */
  readonly collaborators: Map<string, Role>
  /** Pull requests are issues too. */
  readonly issues: Map<number, Issue>
  readonly comments: Map<number, Comment>
  readonly reactions: { readonly comment: number; readonly by: Person; readonly content: string }[]
  readonly reviews: Review[]
  readonly checks: Map<number, CheckRun>
  readonly statuses: Status[]
  readonly rulesets: Ruleset[]
  readonly environments: Map<string, Environment>
  /** Of the repository. */
  readonly secrets: string[]
  /** What GitHub says of itself at these operations, as it says it. */
  readonly settings: Record<string, unknown>
  /** From the start, for there every permission counts; in a public repository anybody reads. */
  isPrivate: boolean
  workflowRuns: readonly unknown[]
}

export type Role = 'admin' | 'write' | 'read'

export interface Person {
  readonly login: string
  readonly id: number
  readonly type: 'User' | 'Bot'
}

export interface Issue {
  readonly number: number
  readonly id: number
  readonly by: Person
  readonly createdAt: string
  updatedAt: string
  title: string
  body: string
  isOpen: boolean
  labels: string[]
  pull?: Pull
}

export interface Pull {
  readonly branch: string
  readonly base: string
  /** `alice/lab`; without, the branch is in the lab's own repository. */
  readonly fork?: string
  isDraft: boolean
  /** Logins. */
  asked: string[]
  mergedAs?: string
  mergedBy?: Person
  /** The head when it was merged or closed; the branch may be gone. */
  headAtEnd?: string
}

export interface Comment {
  readonly id: number
  readonly under: number
  readonly by: Person
  readonly createdAt: string
  body: string
  updatedAt: string
}

export interface Review {
  readonly id: number
  readonly pull: number
  readonly by: Person
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED'
  readonly commit: string
  readonly body: string
  readonly at: string
}

export interface CheckRun {
  readonly id: number
  readonly head: string
  readonly app: Maker
  readonly startedAt: string
  name: string
  status: string
  conclusion: string | null
  externalId: string
  detailsUrl: string | null
  title: string | null
  summary: string | null
  text: string | null
  annotations: readonly unknown[]
}

/** Who a check run is by. */
export interface Maker {
  readonly id: number
  readonly slug: string
}

export interface Status {
  readonly id: number
  readonly sha: string
  readonly state: string
  readonly context: string
  readonly description: string | null
  readonly at: string
}

export interface Ruleset {
  readonly id: number
  readonly name: string
  readonly enforcement: 'active' | 'disabled' | 'evaluate'
  readonly rules: readonly { readonly type: string; readonly parameters?: Readonly<Record<string, unknown>> }[]
  readonly bypass: readonly Readonly<Record<string, unknown>>[]
}

export interface Environment {
  /** Patterns of branches that may use it; `undefined` lets all. */
  readonly branches?: readonly string[]
  readonly secrets: readonly string[]
  readonly adminsBypass: boolean
}

/** A lab as GitHub makes it: nobody but the owner, nothing required, no environment. */
export function emptyState(): State {
  return {
    people: new Map(),
    collaborators: new Map(),
    issues: new Map(),
    comments: new Map(),
    reactions: [],
    reviews: [],
    checks: new Map(),
    statuses: [],
    rulesets: [],
    environments: new Map(),
    secrets: [],
    settings: { ...freshSettings },
    isPrivate: true,
    workflowRuns: [],
  }
}

const freshSettings: Readonly<Record<string, unknown>> = {
  'actions/get-github-actions-permissions-repository': {
    enabled: true,
    allowed_actions: 'selected',
    sha_pinning_required: true,
  },
  'actions/get-allowed-actions-repository': {
    github_owned_allowed: true,
    verified_allowed: false,
    patterns_allowed: [],
  },
  'actions/get-github-actions-default-workflow-permissions-repository': {
    default_workflow_permissions: 'read',
    can_approve_pull_request_reviews: false,
  },
  'actions/get-fork-pr-contributor-approval-permissions-repository': {
    approval_policy: 'first_time_contributors_new_to_github',
  },
  'actions/get-private-repo-fork-pr-workflows-settings-repository': {
    run_workflows_from_fork_pull_requests: true,
    send_write_tokens_to_workflows: false,
    send_secrets_and_variables: false,
    require_approval_for_fork_pr_workflows: false,
  },
  'actions/list-repo-organization-secrets': { total_count: 0, secrets: [] },
}
