import { describe, expect, test } from 'vitest'
import { settingsVerdict, type Judgement, type SettingFinding, type SettingId } from '../../model/settings.ts'
import { settingWords } from '../sentences/settings.ts'
import { settingsReport } from './settings-report.ts'

const options = {
  repository: 'uci/lab',
  server: 'https://github.com',
  level: 'simple',
  color: false,
  width: 500,
} as const

const page = 'https://github.com/uci/lab'
const wrong = (id: SettingId, found: readonly string[], wanted: readonly string[], of?: string): SettingFinding => ({
  id,
  is: 'wrong',
  found,
  wanted,
  ...(of !== undefined && { of }),
})

/** What is wrong, as it is read. */
const table: readonly (readonly [finding: SettingFinding, what: string, fix: RegExp])[] = [
  [
    wrong('default-branch', ['master'], ['main']),
    'default branch    is `master`: schedules and comments start the workflows of that branch, not of main.',
    /choose `main`\. .*\/settings$/,
  ],
  [
    wrong('main-kept', [], ['deletion', 'non_fast_forward']),
    'main    can be deleted and rewritten. Its history is the order of the line, and says what was reviewed.',
    /“Block force pushes”.*\/settings\/rules$/,
  ],
  [
    wrong('main-kept', ['deletion'], ['deletion', 'non_fast_forward']),
    'main    can be rewritten. Its history is the order of the line, and says what was reviewed.',
    /rules$/,
  ],
  [
    wrong('pull-request-required', [], ['pull_request']),
    'pushes to main    need no pull request: what nobody looked at would be applied.',
    /“Require a pull request before merging”/,
  ],
  [
    wrong('merge-rules', ['merge', 'squash'], ['merge', 'dismiss_stale_reviews_on_push']),
    'merging    may be by `squash`, which loses the record that apply insists on. And counts approvals of an older commit.',
    /“Merge” alone/,
  ],
  [
    wrong('merge-rules', ['dismiss_stale_reviews_on_push'], ['merge', 'dismiss_stale_reviews_on_push']),
    'merging    may not make a merge commit, and only that carries the record.',
    /“Merge” alone/,
  ],
  [
    wrong('approval-required', [], ['lab/approval from app 4242']),
    'lab/approval    is not required: what no rule and no admin let through could be merged.',
    /choose the App as its source/,
  ],
  [
    wrong('approval-required', ['lab/approval from anybody'], ['lab/approval from app 4242']),
    'lab/approval    counts as `lab/approval from anybody`: a job in a changed workflow can bear this name.',
    /choose the App/,
  ],
  [
    wrong('nobody-bypasses', ['Team 3: always'], [], 'ruleset 77'),
    'bypass  ruleset 77  is for `Team 3: always` too: their pushes would be seen by nobody.',
    /\/settings\/rules\/77$/,
  ],
  [
    wrong('house-reviewers', [], ['*']),
    'house reviewers    are nobody: GitHub itself wants no admin for policy, templates and workflows. The check still does.',
    /“Require review from specific teams”/,
  ],
  [
    wrong('writers', ['alice', 'bob'], ['alice']),
    'writing    is allowed to `bob` too: they could merge, and push to others’ branches.',
    /\/settings\/access$/,
  ],
  [
    wrong('writers', [], ['alice']),
    'writing    is not allowed to `alice`, of the lab’s admins: they cannot merge.',
    /access$/,
  ],
  [
    wrong('environment', [], ['main'], 'cluster'),
    'environment  cluster  does not exist, or is for no branch.',
    /→ `cluster` .*\/settings\/environments$/,
  ],
  [
    wrong('environment', ['main', 'dev'], ['main'], 'cluster'),
    'environment  cluster  is for `dev` too: a workflow on such a branch gets its secrets, whatever it says.',
    /environments$/,
  ],
  [
    wrong('environment-bypass', ['admins'], [], 'cluster'),
    'rules of  cluster  do not hold for admins.',
    /untick “Allow administrators/,
  ],
  [
    wrong('environment-secrets', ['B'], ['KUBECONFIG'], 'cluster'),
    'secrets of  cluster  lack `KUBECONFIG`. And they have `B` among them: a job gets one credential, and this is another’s.',
    /Environment secrets/,
  ],
  [
    wrong('secrets-outside', ['TOKEN'], []),
    'secrets    stand outside of environments: every workflow of every branch gets `TOKEN`.',
    /\/settings\/secrets\/actions$/,
  ],
  [
    wrong('default-token', ['write', 'create and approve pull requests'], ['read']),
    'workflow token    may write, where a job does not say what it needs. And may approve pull requests, which is for people and the App.',
    /permissions”; untick “Allow GitHub Actions.*”\. .*\/settings\/actions$/,
  ],
  [
    wrong('default-token', ['read'], ['read', 'create and approve pull requests']),
    'workflow token    may not open pull requests, so the form “I want a GPU” cannot make one.',
    /permissions: tick “Allow GitHub Actions/,
  ],
  [
    wrong('actions-allowed', ['all'], ['github_owned_allowed', 'sha_pinning_required']),
    'actions    may be `all`: anybody’s code could run beside a key. And may be named by a tag, which its author can move.',
    /full-length commit SHA/,
  ],
  [
    wrong('actions-allowed', ['sha_pinning_required'], ['github_owned_allowed', 'sha_pinning_required']),
    'actions    of GitHub may not run.',
    /actions$/,
  ],
  [
    wrong('fork-runs', ['all_external_contributors'], ['first_time_contributors_new_to_github']),
    'forks    have `all_external_contributors`: more than a check of a member’s pull request needs.',
    /new to GitHub/,
  ],
  [
    wrong('fork-runs', [], ['run_workflows_from_fork_pull_requests']),
    'forks    are not checked: members would see no finding at their lines.',
    /run them/,
  ],
  [
    wrong('app', ['id 1', 'workflows: write'], ['id 4242', 'checks: write'], 'uci-lab'),
    'App  uci-lab  has `id 1`, `workflows: write`, which it must not. And it lacks `id 4242`, `checks: write`.',
    /https:\/\/github\.com\/apps\/uci-lab$/,
  ],
  [
    wrong('members-bound', [], ['bob: { id: 1002 }', 'carol: { id: 1003 }']),
    'members    are known by name alone, and a name can be given up and taken by another: so their requests wait for an admin, and the word of an admin without a number does not count.',
    /`bob: \{ id: 1002 \}, carol: \{ id: 1003 \}` .*lab\.config\.ts$/,
  ],
  [wrong('members-bound', ['nil'], []), 'members    without an account at GitHub: `nil`.', /Correct the names/],
  [
    wrong('environment-bypass', ['no environment'], [], 'review'),
    'rules of  review  are none: the environment does not exist.',
    /environments$/,
  ],
  [
    wrong('labels', [], ['gpu']),
    'labels    lack `gpu`: an issue form’s label is given only where it exists.',
    /`for label in gpu; do gh label create \$label; done`.*\/labels$/,
  ],
]

test('the table has every setting that can be wrong', () => {
  const told = new Set(table.map(([{ id }]) => id))
  expect(new Set(Object.keys(settingWords)).difference(told)).toEqual(new Set(['repository', 'events']))
})

describe('what is wrong is told, with its fix and its page', () => {
  for (const [finding, what, fix] of table)
    test(`${finding.id}: ${what}`, () => {
      const lines = settingsReport([finding], 'text', options).split('\n')
      const at = lines.indexOf(`  ✖ ${what}`)
      expect(lines).toContain(`  ✖ ${what}`)
      expect(lines[at + 1]).toMatch(fix)
    })
})

const ids = Object.keys(settingWords) as readonly SettingId[]
const others: readonly (readonly [Judgement, string])[] = [
  [{ is: 'right' }, 'As it should be'],
  [{ is: 'unreadable', status: 403 }, 'Cannot be read with this token'],
  [{ is: 'not-in-plan' }, 'Not in your plan'],
  [{ is: 'by-eye' }, 'Look yourself'],
]

describe('what is not wrong stands under its own title', () => {
  test.each(others)('%j', (judgement, title) => {
    const text = settingsReport(
      ids.map((id) => ({ id, ...judgement })),
      'text',
      options,
    )
    expect(text.split('\n')[2]).toMatch(new RegExp(`^${title}`))
    expect(text.includes('  ✔ ')).toBe(judgement.is === 'right')
  })
})

test.each<[string, readonly Judgement['is'][], string]>([
  ['nothing but ticks', ['right', 'by-eye'], 'right'],
  ['something hidden', ['right', 'unreadable'], 'unreadable'],
  ['something to set, and something hidden', ['unreadable', 'wrong'], 'wrong'],
  ['something to pay for', ['not-in-plan', 'right'], 'wrong'],
])('the verdict of %s', (_, kinds, verdict) => {
  const findings = kinds.map((is) => ({ id: 'main-kept' as const, is, found: [], wanted: [], status: 403 }))
  expect(settingsVerdict(findings)).toBe(verdict)
})

test('in Markdown it is a list, and foreign names stay code', () => {
  const text = settingsReport([wrong('secrets-outside', ['@all`<b>'], [])], 'markdown', options)
  expect(text).toContain(
    '- ✖ `secrets` stand outside of environments: every workflow of every branch gets `@allˋ<b>`.<br>',
  )
  expect(text).toContain(`[Open](${page}/settings/secrets/actions)`)
})

test('the JSON has what was found and what is wanted', () => {
  const finding = wrong('environment', ['dev'], ['main'], 'cluster')
  expect(JSON.parse(settingsReport([finding], 'json', options))).toMatchObject({
    v: 1,
    repository: 'uci/lab',
    level: 'simple',
    verdict: 'wrong',
    settings: [
      { ...finding, what: expect.stringContaining('is for `dev` too'), page: `${page}/settings/environments` },
    ],
  })
})
