import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningCluster, startCluster } from '../../control-plane/start-cluster.ts'
import { cameTo } from '../came-to.ts'
import { openStage, type Stage } from '../open-stage.ts'
import { runWorkflow } from '../run-workflow.ts'

/** The workflows as they are, from a pull request to a run on the cluster: by nobody's hand but an admin's, who merges. */
let cluster: RunningCluster
let stage: Stage
beforeAll(async () => {
  cluster = await startCluster()
  const keys = { KUBECONFIG: readFileSync(cluster.kubeconfig('lab-apply'), 'utf8') }
  stage = await openStage({ secrets: { cluster: keys } })
  stage.double.hand.person('alice', 1001, 'admin')
  stage.double.state.environments.set('cluster', { branches: ['main'], secrets: ['KUBECONFIG'], adminsBypass: false })
}, 300_000)
afterAll(async () => {
  await stage[Symbol.asyncDispose]()
  await cluster.stop()
})

const session = `import { session } from '#lab'

export default session('dev', { gpu: '1x11GB', image: 'pytorch', hours: 6 })
`

test('a first session: checked, reviewed, merged, applied', { timeout: 600_000 }, async () => {
  const { double } = stage
  stage.commit('refs/pull/7/head', { 'users/alice/dev.ts': session })
  stage.commit('refs/pull/7/merge', { 'users/alice/dev.ts': session })
  double.hand.pull({ by: 'alice', branch: 'gpu', fork: 'alice/lab', number: 7 })
  const opened = { action: 'opened', number: 7, pull_request: { number: 7, base: { ref: 'main' } } }
  const change = { event: 'pull_request', ref: 'refs/pull/7/merge', isFork: true, payload: opened } as const
  cameTo(await runWorkflow(stage, { ...change, workflow: 'check' }), { requests: 'success', house: 'success' })

  const ended = { action: 'completed', workflow_run: { name: 'check' } }
  const review = await runWorkflow(stage, { workflow: 'review', event: 'workflow_run', payload: ended })
  cameTo(review, { render: 'success', decide: 'success' })
  expect([...double.state.comments.values()].map(({ under, by }) => [under, by.login])).toEqual([
    [7, 'github-actions[bot]'],
  ])

  const merged = await fetch(`${double.url}/repos/uci/lab/pulls/7/merge`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${double.tokenFor({ person: 'alice' })}` },
    body: '{}',
  })
  expect(merged.status).toBe(200)
  const dispatch = { event: 'workflow_dispatch', payload: { inputs: { init: 'true' } } } as const
  const applied = await runWorkflow(stage, { ...dispatch, workflow: 'apply' })
  cameTo(applied, { render: 'success', apply: 'success', report: 'success' })
  const pods = await cluster.kubectl(['get', 'pods', '-o', 'name'])
  expect(pods.stdout).toContain('dev')
  const [comment, ...more] = double.state.comments.values()
  expect(more).toEqual([])
  expect(comment?.updatedAt, 'the comment became the card of the run').not.toBe(comment?.createdAt)
  expect(double.violations).toEqual([])
})
