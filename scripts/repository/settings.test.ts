import { describe, expect, test } from 'vitest'
import type { Lab } from '../model/lab.ts'
import { ownLabels } from '../model/own-labels.ts'
import type { Answer, SettingFinding, SettingId } from '../model/settings.ts'
import {
  answers,
  app,
  checks,
  computed,
  forbidden,
  good,
  named,
  notFound,
  person,
  policies,
  pullRequest,
  reviewers,
  ruled,
  secrets,
  simple,
  unpaid,
} from './answers.fixture.ts'
import { settings } from './settings.ts'
import { settingsFindings } from './settings-findings.ts'

const repo = '/repos/uci/lab'
const rules = `${repo}/rules/branches/main?per_page=100`
const protection = `${repo}/branches/main/protection`
const inCluster = `${repo}/environments/cluster`
const policiesOfCluster = `${inCluster}/deployment-branch-policies?per_page=100`
const lasting = [{ type: 'deletion' }, { type: 'non_fast_forward' }]

const whole = { default_branch: 'main', private: false, owner: { type: 'Organization' } }
const hidden = { ...whole, private: true }
const personal = { ...whole, owner: { type: 'User' } }
const token = `${repo}/actions/permissions/workflow`
const pulls = 'create and approve pull requests'
const people = `${repo}/collaborators?permission=push&per_page=100`
const selected = `${repo}/actions/permissions/selected-actions`
const privateForks = `${repo}/actions/permissions/fork-pr-workflows-private-repos`

type Row = readonly [
  id: SettingId,
  name: string,
  changes: Readonly<Record<string, unknown>>,
  made: string,
  of?: string | undefined,
  lab?: Lab,
]

/** One answer is another than it should be; what is made of the setting: `too much → missing`. */
const table: readonly Row[] = [
  ['default-branch', 'another', { [repo]: { ...whole, default_branch: 'master' } }, 'master → main'],

  ['main-kept', 'no rule', { [rules]: [] }, ' → deletion,non_fast_forward'],
  ['main-kept', 'half of it', { [rules]: [{ type: 'deletion' }] }, ' → non_fast_forward'],
  ['main-kept', 'by the older protection', { [rules]: [], [protection]: guarded(false) }, 'right'],
  [
    'main-kept',
    'the older one allows it',
    { [rules]: [], [protection]: guarded(true) },
    ' → deletion,non_fast_forward',
  ],
  ['main-kept', 'each keeps a half', { [rules]: [{ type: 'deletion' }], [protection]: guarded(false) }, 'right'],
  ['main-kept', 'rules suffice, whatever else is hidden', { [protection]: forbidden }, 'right'],
  ['main-kept', 'rules do not, and the other is hidden', { [rules]: [], [protection]: forbidden }, 'unreadable 403'],
  ['main-kept', 'hidden as if it were not there', { [rules]: [], [protection]: notFound }, 'unreadable 404'],
  ['main-kept', 'nobody pays for it', { [rules]: unpaid, [protection]: unpaid }, 'not-in-plan'],

  ['pull-request-required', 'no rule', { [rules]: lasting }, ' → pull_request'],
  ['pull-request-required', 'by the older protection', { [rules]: [], [protection]: guarded(true) }, 'right'],
  ['pull-request-required', 'hidden', { [rules]: lasting, [protection]: forbidden }, 'unreadable 403'],

  ['merge-rules', 'squashing', merging({ allowed_merge_methods: ['merge', 'squash'] }), 'squash → '],
  [
    'merge-rules',
    'two rules: only what both allow',
    { [rules]: [pullRequest({}), pullRequest({ allowed_merge_methods: ['merge', 'rebase'] })] },
    'right',
  ],
  [
    'merge-rules',
    'stale reviews',
    merging({ dismiss_stale_reviews_on_push: false }),
    ' → dismiss_stale_reviews_on_push',
  ],

  ['approval-required', 'not', { [rules]: lasting }, ' → lab/approval from app 4242'],
  [
    'approval-required',
    'from anybody',
    { [rules]: [checks([{ context: 'lab/approval' }])] },
    'lab/approval from anybody → lab/approval from app 4242',
  ],
  [
    'approval-required',
    'from Actions',
    { [rules]: [checks([{ context: 'lab/approval', integration_id: 15368 }])] },
    'lab/approval from app 15368 → lab/approval from app 4242',
  ],
  [
    'approval-required',
    'beside another',
    {
      [rules]: [
        checks([
          { context: 'house', integration_id: 15368 },
          { context: 'lab/approval', integration_id: 4242 },
        ]),
      ],
    },
    'right',
  ],

  [
    'nobody-bypasses',
    'an admin on pull requests',
    bypassing({ actor_type: 'RepositoryRole', actor_id: 5, bypass_mode: 'pull_request' }),
    'right',
  ],
  [
    'nobody-bypasses',
    'an owner on pull requests',
    bypassing({ actor_type: 'OrganizationAdmin', actor_id: null, bypass_mode: 'pull_request' }),
    'right',
  ],
  [
    'nobody-bypasses',
    'an admin always',
    bypassing({ actor_type: 'RepositoryRole', actor_id: 5, bypass_mode: 'always' }),
    'RepositoryRole 5: always → ',
  ],
  [
    'nobody-bypasses',
    'an admin, by default always',
    bypassing({ actor_type: 'RepositoryRole', actor_id: 5 }),
    'RepositoryRole 5: always → ',
  ],
  [
    'nobody-bypasses',
    'who maintains',
    bypassing({ actor_type: 'RepositoryRole', actor_id: 2, bypass_mode: 'pull_request' }),
    'RepositoryRole 2: pull_request → ',
  ],
  [
    'nobody-bypasses',
    'the App',
    bypassing({ actor_type: 'Integration', actor_id: 4242, bypass_mode: 'exempt' }),
    'Integration 4242: exempt → ',
  ],
  [
    'nobody-bypasses',
    'a list that is left out',
    { [`${repo}/rulesets/77`]: { ...ruled([]), bypass_actors: undefined } },
    'unreadable 200',
  ],

  ['house-reviewers', 'nobody', merging({ required_reviewers: [] }), ' → !grants/**,!users/**,*'],
  [
    'house-reviewers',
    'asked, not required',
    merging({ required_reviewers: [reviewers(0)] }),
    ' → !grants/**,!users/**,*',
  ],

  ['writers', 'a member', { [people]: [person('alice'), person('bob')] }, 'bob → '],
  ['writers', 'not the admin', { [people]: [] }, ' → alice'],

  ['environment', 'missing', { [inCluster]: notFound }, ' → main', 'cluster'],
  [
    'environment',
    'for every branch',
    { [inCluster]: { name: 'cluster', deployment_branch_policy: null } },
    'every branch → main',
    'cluster',
  ],
  [
    'environment',
    'for protected ones',
    { [inCluster]: { deployment_branch_policy: { protected_branches: true, custom_branch_policies: false } } },
    'protected branches → main',
    'cluster',
  ],
  [
    'environment',
    'for more',
    { [policiesOfCluster]: policies({ name: 'main' }, { name: 'release/*', type: 'branch' }) },
    'release/* → ',
    'cluster',
  ],
  [
    'environment',
    'for a tag',
    { [policiesOfCluster]: policies({ name: 'main', type: 'tag' }) },
    'tag main → main',
    'cluster',
  ],
  ['environment', 'its list is hidden', { [policiesOfCluster]: forbidden }, 'unreadable 403', 'cluster'],

  ['environment-bypass', 'by admins', { [inCluster]: { can_admins_bypass: true } }, 'admins → ', 'cluster'],
  ['environment-bypass', 'of what is not there', { [inCluster]: notFound }, 'no environment → ', 'cluster'],
  ['environment-bypass', 'left out', { [inCluster]: { name: 'cluster' } }, 'unreadable 200', 'cluster'],

  ['environment-secrets', 'none', { [`${inCluster}/secrets?per_page=100`]: secrets() }, ' → KUBECONFIG', 'cluster'],
  [
    'environment-secrets',
    'one too many',
    { [`${inCluster}/secrets?per_page=100`]: secrets('KUBECONFIG', 'LAB_APP_KEY') },
    'LAB_APP_KEY → ',
    'cluster',
  ],
  [
    'environment-secrets',
    'no environment',
    { [`${inCluster}/secrets?per_page=100`]: notFound },
    ' → KUBECONFIG',
    'cluster',
  ],

  ['secrets-outside', 'in the repository', { [`${repo}/actions/secrets?per_page=100`]: secrets('TOKEN') }, 'TOKEN → '],
  [
    'secrets-outside',
    'of the organization',
    { [`${repo}/actions/organization-secrets?per_page=100`]: secrets('ORG') },
    'ORG → ',
  ],
  [
    'secrets-outside',
    'the organization’s are hidden',
    { [`${repo}/actions/organization-secrets?per_page=100`]: forbidden },
    'unreadable 403',
  ],
  [
    'secrets-outside',
    'a person’s repository has no others',
    { [repo]: personal, [`${repo}/actions/organization-secrets?per_page=100`]: forbidden },
    'right',
  ],

  ['default-token', 'writes', { [token]: permitted('write', false) }, 'write → read'],
  ['default-token', 'approves', { [token]: permitted('read', true) }, `${pulls} → `],
  ['default-token', 'does not say', { [token]: { default_workflow_permissions: 'read' } }, `${pulls} → `],
  ['default-token', 'opens the form’s pull requests', { [token]: permitted('read', true) }, 'right', undefined, simple],
  ['default-token', 'cannot open them', { [token]: permitted('read', false) }, ` → ${pulls}`, undefined, simple],

  [
    'actions-allowed',
    'all',
    {
      [`${repo}/actions/permissions`]: { enabled: true, allowed_actions: 'all' },
      [selected]: { status: 409, body: {} },
    },
    'all → github_owned_allowed,sha_pinning_required',
  ],
  [
    'actions-allowed',
    'of verified creators',
    { [selected]: { github_owned_allowed: true, verified_allowed: true } },
    'verified_allowed → ',
  ],
  [
    'actions-allowed',
    'by pattern',
    { [selected]: { github_owned_allowed: true, patterns_allowed: ['evil/*'] } },
    'evil/* → ',
  ],

  [
    'fork-runs',
    'every stranger waits',
    { [`${repo}/actions/permissions/fork-pr-contributor-approval`]: { approval_policy: 'all_external_contributors' } },
    'all_external_contributors → first_time_contributors_new_to_github',
  ],
  ['fork-runs', 'private', { [repo]: hidden }, 'right'],
  [
    'fork-runs',
    'private, with secrets',
    { [repo]: hidden, [privateForks]: { ...Object(good[privateForks]), send_secrets_and_variables: true } },
    'send_secrets_and_variables → ',
  ],

  ['app', 'another', { '/apps/uci-lab': { ...app({}), id: 1 } }, 'id 1 → id 4242', 'uci-lab'],
  ['app', 'may change workflows', { '/apps/uci-lab': app({ workflows: 'write' }) }, 'workflows: write → ', 'uci-lab'],
  ['app', 'is hidden', { '/apps/uci-lab': notFound }, 'unreadable 404', 'uci-lab'],

  ['members-bound', 'unbound', {}, ' → carol: { id: 1003 }', undefined, having({ carol: {} })],
  [
    'members-bound',
    'with a prefix',
    {},
    " → carol: { id: 1003, prefix: 'c' }",
    undefined,
    having({ carol: { prefix: 'c' } }),
  ],
  [
    'members-bound',
    'a name that TypeScript quotes',
    { '/users/a-b': { id: 7 } },
    " → 'a-b': { id: 7 }",
    undefined,
    having({ 'a-b': {} }),
  ],
  ['members-bound', 'nobody, and somebody', {}, 'nil → carol: { id: 1003 }', undefined, having({ nil: {}, carol: {} })],
  [
    'members-bound',
    'no answer',
    { '/users/carol': forbidden },
    'unreadable 403',
    undefined,
    having({ carol: {}, nil: {} }),
  ],

  [
    'labels',
    'all but two',
    { [`${repo}/labels?per_page=100&page=1`]: named(...Object.keys(ownLabels).slice(2)) },
    ' → gpu,over-cap',
  ],
  [
    'labels',
    'on the next page',
    {
      [`${repo}/labels?per_page=100&page=1`]: [],
      [`${repo}/labels?per_page=100&page=2`]: named(...Object.keys(ownLabels)),
    },
    'right',
  ],

  ['events', 'are looked at by eye', {}, 'by-eye'],
]

describe('a setting is judged', () => {
  for (const [id, name, changes, made, of, lab = computed] of table)
    test(`${id}: ${name}`, async () => {
      const found = (await findings(lab, answers(changes))).filter((one) => one.id === id)
      expect(found.filter((one) => of === undefined || one.of === of).map(textOf)).toEqual([made])
    })
})

test('where all is as it should be, everything is right, and every setting was looked at', async () => {
  const found = await findings(computed, answers({}))
  expect(found.filter(({ is }) => is !== 'right')).toEqual([{ id: 'events', is: 'by-eye' }])
  expect(new Set(found.map(({ id }) => id))).toEqual(new Set(settings.map(({ id }) => id)))
})

test('the simple level wants nothing of the App', async () => {
  const asked: string[] = []
  const said = answers({ [token]: permitted('read', true) })
  const found = await findings(simple, (path) => (asked.push(path), said(path)))
  expect(found.every(({ is }) => is === 'right')).toBe(true)
  expect(found.map(({ id }) => id)).not.toContain('approval-required')
  expect(asked.filter((path) => /apps|review|selected/.test(path))).toEqual([])
  expect(asked).toHaveLength(new Set(asked).size)
})

/** Refused, hidden, nonsense: of each address alone, and of all. */
describe('silence is no tick', () => {
  const silent: readonly Answer[] = [forbidden, { status: 401, body: undefined }, { status: 500, body: 'oops' }]

  test.each(silent)('all say %j', async (answer) => {
    const found = await findings(having({ carol: {} }), (path) => (path === repo ? answers({})(path) : answer))
    expect(found.filter(({ is, id }) => is !== 'unreadable' && id !== 'events' && id !== 'default-branch')).toEqual([])
  })

  test.each(Object.keys(good).filter((path) => path !== repo))('%s has nothing to say', async (path) => {
    const said = answers({ [repo]: path === privateForks ? hidden : whole })
    const found = await findings(having({ carol: {} }), (asked) =>
      asked === path ? { status: 200, body: null } : said(asked),
    )
    const known = path === '/users/carol' ? [] : ['members-bound']
    const wrong = found.filter(({ is, id }) => (is === 'wrong' || is === 'unreadable') && !known.includes(id))
    expect(wrong.length > 0).toBe(!path.endsWith('&page=2'))
  })

  test('a repository that is not told is one finding', async () => {
    expect(await findings(simple, () => notFound)).toEqual([{ id: 'repository', is: 'unreadable', status: 404 }])
  })
})

test('an audit reads what the App may: rules and environments', async () => {
  const found = await settingsFindings({
    lab: computed,
    repository: 'uci/lab',
    read: (path) => Promise.resolve(path.endsWith('/protection') ? forbidden : answers({})(path)),
    only: 'audited',
  })
  expect(new Set(found.map(({ id }) => id))).toEqual(
    new Set(['main-kept', 'pull-request-required', 'merge-rules', 'approval-required', 'environment']),
  )
  expect(found.every(({ is }) => is === 'right')).toBe(true)
})

function findings(lab: Lab, answer: (path: string) => Answer): Promise<readonly SettingFinding[]> {
  return settingsFindings({ lab, repository: 'uci/lab', read: (path) => Promise.resolve(answer(path)) })
}

function textOf(finding: SettingFinding): string {
  if (finding.is === 'wrong') {
    const [found, wanted] = [new Set(finding.found), new Set(finding.wanted)]
    return `${[...found.difference(wanted)].join(',')} → ${[...wanted.difference(found)].join(',')}`
  }
  return finding.is === 'unreadable' ? `unreadable ${finding.status}` : finding.is
}

function having(members: Lab['members']): Lab {
  return { ...computed, members: { ...computed.members, ...members } }
}

function guarded(allowed: boolean) {
  return {
    allow_force_pushes: { enabled: allowed },
    allow_deletions: { enabled: allowed },
    required_pull_request_reviews: { dismiss_stale_reviews: false, require_code_owner_reviews: false },
  }
}

function merging(changes: Parameters<typeof pullRequest>[0]) {
  return { [rules]: [pullRequest(changes)] }
}

function bypassing(actor: Parameters<typeof ruled>[0][number]) {
  return { [`${repo}/rulesets/77`]: ruled([actor]) }
}

function permitted(access: string, pulling: boolean) {
  return { default_workflow_permissions: access, can_approve_pull_request_reviews: pulling }
}
