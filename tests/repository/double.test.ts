import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { settingsReader } from '../../scripts/github/index.ts'
import type { SettingFinding, SettingsInput } from '../../scripts/model/settings.ts'
import { computed, simple } from '../../scripts/repository/answers.fixture.ts'
import { settingsFindings } from '../../scripts/repository/index.ts'
import { startDouble, type Double } from '../github/start-double.ts'

/** An admin reads what they set, over the wire, from a GitHub that is held to its own description. */
const folder = mkdtempSync(join(tmpdir(), 'lab-settings-'))
spawnSync('git', ['init', '-q', '--bare', folder])
const github = await startDouble({ repository: folder, owner: 'uci', name: 'lab', app: { id: 4242, slug: 'uci-lab' } })
github.hand.person('alice', 1001, 'admin')
github.hand.person('bob', 1002)
afterAll(async () => {
  await github[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

function look(input: Pick<SettingsInput, 'lab' | 'only'>): Promise<readonly SettingFinding[]> {
  const credential = { token: github.tokenFor({ person: 'alice' }) }
  return settingsFindings({ ...input, repository: 'uci/lab', read: settingsReader({ api: github.url, credential }) })
}

/** What an admin clicks. */
function setUp({ state }: Double): void {
  const parameters = { allowed_merge_methods: ['merge'], dismiss_stale_reviews_on_push: true }
  const rest = { require_code_owner_review: false, require_last_push_approval: false }
  const counts = { required_approving_review_count: 0, required_review_thread_resolution: false }
  const required_reviewers = [
    { file_patterns: ['*', '!users/**', '!grants/**'], minimum_approvals: 1, reviewer: { id: 9, type: 'Team' } },
  ]
  const required_status_checks = [{ context: 'lab/approval', integration_id: 4242 }]
  state.rulesets.push({
    id: 77,
    name: 'main',
    enforcement: 'active',
    bypass: [],
    rules: [
      { type: 'deletion' },
      { type: 'non_fast_forward' },
      { type: 'pull_request', parameters: { ...parameters, ...rest, ...counts, required_reviewers } },
      {
        type: 'required_status_checks',
        parameters: { required_status_checks, strict_required_status_checks_policy: false },
      },
    ],
  })
  for (const name of ['cluster', 'cluster-read', 'storage', 'review']) {
    const secrets = name === 'review' ? ['LAB_APP_KEY', 'LAB_SEAL_KEY'] : ['KUBECONFIG']
    state.environments.set(name, { branches: ['main'], secrets, adminsBypass: false })
  }
}

test('a fresh repository has something to set, and then nothing', async () => {
  const before = await look({ lab: simple })
  expect(before.filter(({ is }) => is === 'wrong').map(({ id, of = '' }) => `${id} ${of}`)).toContain(
    'environment cluster',
  )
  setUp(github)
  const after = await look({ lab: computed })
  expect(after.filter(({ is }) => is !== 'right').map(({ id }) => id)).toEqual(['events', 'labels'])
  expect((await look({ lab: computed, only: 'audited' })).every(({ is }) => is === 'right')).toBe(true)
  expect(github.violations).toEqual([])
})
