import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import config from '../../lab.config.ts'
import type { Lab } from '../../scripts/model/lab.ts'
import { settingsReport } from '../../scripts/report/doctor/index.ts'
import { answers, computed, good, notFound, pullRequest } from '../../scripts/repository/answers.fixture.ts'
import { settingsFindings } from '../../scripts/repository/index.ts'

const repo = '/repos/uci/lab'
const rules = `${repo}/rules/branches/main?per_page=100`
const permissions = `${repo}/actions/permissions`

/** A repository as GitHub makes it. */
const fresh = {
  ...Object.fromEntries(
    Object.keys(good).flatMap((path) => (path.includes('/environments/') ? [[path, notFound]] : [])),
  ),
  [rules]: [],
  [`${repo}/labels?per_page=100&page=1`]: [{ name: 'bug' }],
  [`${permissions}/workflow`]: { default_workflow_permissions: 'read', can_approve_pull_request_reviews: false },
  [`${permissions}/fork-pr-contributor-approval`]: { approval_policy: 'first_time_contributors' },
  ...Object.fromEntries(Object.keys(config.members).map((login, index) => [`/users/${login}`, { id: 1001 + index }])),
}

/** A person's repository with all that the simple level wants, and an App that was just made. */
const grown = {
  [repo]: { default_branch: 'main', private: false, owner: { type: 'User' } },
  [rules]: [
    ...['deletion', 'non_fast_forward'].map((type) => ({ type, ruleset_id: 77 })),
    pullRequest({ allowed_merge_methods: ['merge', 'squash', 'rebase'], dismiss_stale_reviews_on_push: false }),
  ],
  ...Object.fromEntries(Object.keys(good).flatMap((path) => (path.includes('/review') ? [[path, notFound]] : []))),
  [permissions]: { enabled: true, allowed_actions: 'all', sha_pinning_required: false },
  [`${permissions}/workflow`]: { default_workflow_permissions: 'read', can_approve_pull_request_reviews: true },
}

/** What `docs/admin.md` shows of the command, in its order; `…` is left out. */
const [first = '', second = ''] = [
  ...readFileSync('docs/admin.md', 'utf8').matchAll(/^\$ npx lab doctor --repo\n([^]*?)^```$/gm),
].map(([, text = '']) => text)

test.each<[string, Lab, Readonly<Record<string, unknown>>, string]>([
  ['a fresh repository', config, fresh, first],
  ['one that grows', computed, grown, second],
])('docs/admin.md shows what is told of %s', async (_, lab, said, shown) => {
  const read = (path: string) => Promise.resolve(answers(said)(path))
  const findings = await settingsFindings({ lab, repository: 'uci/lab', read })
  const about = { repository: 'uci/lab', server: 'https://github.com', level: lab.review.level }
  const told = settingsReport(findings, 'text', { ...about, color: false, width: 120 })
  expect(shown.length).toBeGreaterThan(500)
  for (const part of shown.split('…\n')) expect(told).toContain(part)
})
