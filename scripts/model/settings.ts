import type { Lab } from './lab.ts'

/** One answer of GitHub's API about a setting: 403 and 404 are answers too. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** Reads a setting by its address, `/repos/uci/lab/rulesets`. Throws `ForgeOut` where GitHub gives no answer. */
export type ReadSetting = (path: string) => Promise<Answer>

/** What a person sets at GitHub (`pipeline.md` 7); the table is `scripts/repository/settings.ts`. */
export type SettingId =
  | 'repository'
  | 'default-branch'
  | 'main-kept'
  | 'pull-request-required'
  | 'environment'
  | 'secrets-outside'
  | 'environment-secrets'
  | 'writers'
  | 'default-token'
  | 'fork-runs'
  | 'members-bound'
  | 'labels'
  | 'merge-rules'
  | 'approval-required'
  | 'nobody-bypasses'
  | 'house-reviewers'
  | 'environment-bypass'
  | 'app'
  | 'actions-allowed'
  | 'events'

/**
 * What was made of GitHub's answers, `found` and `wanted` in GitHub's own words. `not-in-plan`: GitHub has no such setting for what is paid.
 * `unreadable`: this token is not told, and what is not told counts as nothing. `by-eye`: the API does not have it.
 */
export type Judgement =
  | { readonly is: 'right' }
  | { readonly is: 'wrong'; readonly found: readonly string[]; readonly wanted: readonly string[] }
  | { readonly is: 'not-in-plan' }
  | { readonly is: 'unreadable'; readonly status: number }
  | { readonly is: 'by-eye' }

export type SettingFinding = Judgement & {
  readonly id: SettingId
  /** Which of several: an environment, a member, a ruleset. */
  readonly of?: string
}

export interface SettingsInput {
  readonly lab: Lab
  /** `uci/lab`. */
  readonly repository: string
  readonly read: ReadSetting
  /** Only what an hourly audit looks at: what can be read with the App's rights. */
  readonly only?: 'audited'
}

/** The worst of all: what has to be set, what nobody could tell. What is for the eye does not count. */
export function settingsVerdict(findings: readonly SettingFinding[]): 'right' | 'wrong' | 'unreadable' {
  const kinds = new Set(findings.map(({ is }) => is))
  if (kinds.has('wrong') || kinds.has('not-in-plan')) return 'wrong'
  return kinds.has('unreadable') ? 'unreadable' : 'right'
}
