import { afterAll, beforeAll, expect, test } from 'vitest'
import { cameTo } from '../came-to.ts'
import { openStage, type Stage } from '../open-stage.ts'
import { runWorkflow } from '../run-workflow.ts'

const checkout = `uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8
        with: { persist-credentials: false }`
const ask = `env: { TOKEN: '\${{ github.token }}', KEY: '\${{ secrets.KEY }}' }
        run: |
          status=$(curl -s -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $TOKEN" "$GITHUB_API_URL/repos/uci/lab/pulls")
          echo "key of \${#KEY} characters, pulls $status"`

/** Says what each job holds, and hands an artifact on. */
const probe = `
name: probe
on: { push: { branches: [main] }, pull_request: }
permissions: {}
jobs:
  plain:
    runs-on: ubuntu-24.04
    permissions: { contents: read }
    steps:
      - ${checkout}
      - ${ask}
      - run: mkdir out && echo made > out/a
      - uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02
        with: { name: out, path: out }
  held:
    needs: plain
    runs-on: ubuntu-24.04
    environment: { name: review, deployment: false }
    permissions: { pull-requests: read }
    steps:
      - ${checkout}
      - ${ask}
      - uses: actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093
        with: { name: out, path: in }
      - run: echo "$(cat in/a) at $(git rev-parse HEAD) = $GITHUB_SHA, $(git rev-parse --abbrev-ref HEAD)"
  never:
    needs: held
    if: needs.held.result == 'failure'
    runs-on: ubuntu-24.04
    steps: [{ run: exit 1 }]
`

const secrets = { review: { KEY: 'two\nlines' } }
let stage: Stage
beforeAll(async () => {
  stage = await openStage({ files: { '.github/workflows/probe.yml': probe }, secrets })
  stage.double.state.environments.set('review', { branches: ['main'], secrets: ['KEY'], adminsBypass: false })
}, 300_000)
afterAll(() => stage[Symbol.asyncDispose]())

test('each job has its own token and secrets, and artifacts go from one to the next', async () => {
  const ran = await runWorkflow(stage, { workflow: 'probe', event: 'push' })
  const { log } = ran
  const main = stage.git(['rev-parse', 'main'])
  cameTo(ran, { plain: 'success', held: 'success', never: 'skipped' })
  expect(log).toContain('plain | key of 0 characters, pulls 403')
  expect(log).toContain('held | key of 9 characters, pulls 200')
  expect(log).toContain(`held | made at ${main} = ${main}, main`)
})

test('what a job hands on can be another thing when it arrives', async () => {
  const tamper = { out: 'echo forged > a' }
  const { log } = await runWorkflow(stage, { workflow: 'probe', event: 'push', tamper })
  expect(log).toContain('held | forged at')
})

test('a change runs its own workflow file, without secrets', async () => {
  const ref = 'refs/pull/7/merge'
  const changed = probe.replace('echo made', 'echo other')
  const commit = stage.commit(ref, { '.github/workflows/probe.yml': changed })
  const run = { workflow: 'probe', event: 'pull_request', ref, isFork: true } as const
  const ran = await runWorkflow(stage, { ...run, payload: { action: 'opened', number: 7 } })
  cameTo(ran, { plain: 'success', held: 'success', never: 'skipped' })
  const { log } = ran
  expect(log).toContain('held | key of 0 characters, pulls 200')
  expect(log).toContain(`held | other at ${commit} = ${commit}, HEAD`)
})

test('what `on:` does not name starts nothing', async () => {
  const ref = 'refs/heads/main'
  expect(await runWorkflow(stage, { workflow: 'probe', event: 'schedule', ref })).toMatchObject({ started: false })
})

test('the double was understood', () => expect(stage.double.violations).toEqual([]))
