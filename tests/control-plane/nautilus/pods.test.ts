import { get } from 'node:http'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeAll, describe, inject, test } from 'vitest'
import { openCluster } from '../cluster.ts'
import { eventually, handsOn } from '../hands.ts'
import { job, type JobParts, pod, type PodParts } from '../objects.ts'
import { ours } from './names.ts'

const cluster = await openCluster(inject('clusterFolder'))
const { make, shown, eventsOf } = handsOn(cluster)

const does = (command: string) => ({ container: { command: ['bash', '-c', command] } })
const wish = (name: string, value: string) => ({ annotations: { [`${ours}${name}`]: value } })
const first = '.status.containerStatuses[0]'
const waiting = ['.status.phase', `${first}.state.waiting.reason`] as const
const again = [...waiting, `${first}.restartCount`] as const
const ended = ['.status.phase', '.status.reason', `${first}.state.terminated['reason','exitCode']`] as const

describe.concurrent('how a pod begins', () => {
  test('a pull takes its time', async ({ expect }) => {
    await make(pod('pull-slow', wish('pull', '3s')), pod('pull-slower', wish('pull', '1h')))
    const start = () => shown('pod/pull-slow', '.status.phase', '.status.startTime', `${first}.state.running.startedAt`)
    await expect.poll(start, eventually).toMatch(/^Running/)
    const [, accepted = '', started = ''] = (await start()).split(' ')
    expect(Date.parse(started) - Date.parse(accepted)).toBeGreaterThanOrEqual(3000)
    expect(await eventsOf('pull-slow')).toEqual(['Pulled', 'Pulling', 'Scheduled', 'Started'])
    expect(await shown('pod/pull-slower', ...waiting)).toBe('Pending ContainerCreating')
  })

  test('an image that does not exist', async ({ expect }) => {
    await make(pod('pull-none', { container: { image: 'docker.io/library/no-such-image:1' } }))
    await expect.poll(() => shown('pod/pull-none', ...waiting), eventually).toBe('Pending ImagePullBackOff')
    expect(await eventsOf('pull-none')).toEqual(['BackOff', 'Failed', 'Pulling', 'Scheduled'])
  })
})

describe.concurrent('how a pod ends', () => {
  test.for<readonly [string, PodParts, string]>([
    ['success', does('python train.py; exit 0'), 'Succeeded  Completed 0'],
    ['failure', does('python train.py; exit 3'), 'Failed  Error 3'],
    ['by-wish', wish('end', '42'), 'Failed  Error 42'],
    ['out-of-memory', wish('end', 'OOMKilled'), 'Failed  OOMKilled 137'],
    ['evicted', wish('end', 'Evicted'), 'Failed Evicted Error 137'],
    ['deadline', { spec: { activeDeadlineSeconds: 1 } }, 'Failed DeadlineExceeded Error 137'],
  ])('%s', async ([name, parts, expected], { expect }) => {
    await make(pod(`end-${name}`, parts))
    await expect.poll(() => shown(`pod/end-${name}`, ...ended), eventually).toBe(expected)
  })

  test('while it runs, when it is told to', async ({ expect }) => {
    await make(pod('end-told'))
    await expect.poll(() => shown('pod/end-told', '.status.phase'), eventually).toBe('Running')
    await cluster.kubectl(['annotate', 'pod/end-told', `${ours}end=1`])
    await expect.poll(() => shown('pod/end-told', ...ended), eventually).toBe('Failed  Error 1')
  })

  test('never, if it is to be kept alive: it is restarted, later and later', async ({ expect }) => {
    await make(pod('end-again', { ...does('serve; exit 1'), spec: { restartPolicy: 'Always' } }))
    await expect.poll(() => shown('pod/end-again', ...again), eventually).toMatch(/Running CrashLoopBackOff [2-9]/)
  })

  test.for<readonly [string, PodParts, number]>([
    ['when its container has ended', {}, 10],
    ['after its grace period', { ...wish('stop', '1h'), spec: { terminationGracePeriodSeconds: 2 } }, 20],
  ])('deleted, %s', async ([name, parts, seconds], { expect }) => {
    const id = `delete-${name.replaceAll(' ', '-')}`
    await make(pod(id, parts))
    await expect.poll(() => shown(`pod/${id}`, '.status.phase'), eventually).toBe('Running')
    expect(await cluster.kubectl(['delete', `pod/${id}`, `--timeout=${seconds}s`])).toMatchObject({ exitCode: 0 })
  })
})

describe.concurrent('how a Job ends', () => {
  const outcome = ['.status.conditions[?(@.status=="True")].type', '.status.succeeded', '.status.failed'] as const
  test.for<readonly [string, JobParts, string]>([
    ['success', does('exit 0'), 'SuccessCriteriaMet Complete 1 '],
    ['failure, after its retries', { ...does('exit 1'), job: { backoffLimit: 1 } }, 'FailureTarget Failed  2'],
    ['several', { ...does('exit 0'), job: { completions: 3, parallelism: 3 } }, 'SuccessCriteriaMet Complete 3 '],
    ['deadline', { job: { activeDeadlineSeconds: 2 } }, 'FailureTarget Failed  1'],
  ])('%s', async ([name, parts, expected], { expect }) => {
    const id = `job-${name.replace(/,.*/, '')}`
    await make(job(id, parts))
    await expect.poll(() => shown(`job/${id}`, ...outcome), eventually).toBe(expected)
  })
})

describe('what a machine answers', () => {
  const hello = 'Hello from a pod of the small Nautilus.\n'

  beforeAll(async () => {
    await make(pod('talk'))
    await cluster.kubectl(['wait', '--for=condition=Ready', 'pod/talk', '--timeout=60s'])
  })

  test('logs', async ({ expect }) => {
    expect(await cluster.kubectl(['logs', 'talk'], { user: 'member' })).toMatchObject({ stdout: hello })
  })

  test('a command, in a home that goes with the cluster', async ({ expect }) => {
    const command = ['exec', '-i', 'talk', '--', 'sh', '-c', 'cd; pwd; read line; echo $line']
    const said = await cluster.kubectl(command, { user: 'member', input: 'heard\n' })
    expect(said).toMatchObject({ stdout: `${join(cluster.folder, 'home')}\nheard\n`, exitCode: 0 })
  })

  test('a port', async ({ expect }) => {
    const args = [`--kubeconfig=${cluster.kubeconfig('member')}`, 'port-forward', 'talk', ':8888']
    const forward = spawn(join(cluster.folder, 'bin', 'kubectl'), args, { stdio: ['ignore', 'pipe', 'inherit'] })
    try {
      const [line] = (await once(createInterface({ input: forward.stdout }), 'line')) as [string]
      const [, port = ''] = /127\.0\.0\.1:(\d+)/.exec(line) ?? []
      const [response] = await once(get(`http://127.0.0.1:${port}/`), 'response')
      expect(await text(response as NodeJS.ReadableStream)).toBe(hello)
    } finally {
      forward.kill()
    }
  })
})
