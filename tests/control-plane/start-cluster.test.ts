import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import lab from '../../lab.config.ts'
import { client } from './client.ts'
import { type Cluster, openCluster } from './cluster.ts'
import { eventually } from './hands.ts'
import { pod } from './objects.ts'
import { startCluster } from './start-cluster.ts'
import { nothing, processesOf, traces } from './traces.ts'

test('two start side by side, know nothing of each other, and end without a trace', async ({ annotate }) => {
  const before = performance.now()
  await using one = await startCluster()
  await annotate(`ready after ${((performance.now() - before) / 1000).toFixed(1)} s`)
  const ofOne = processesOf(process.pid)
  await using other = await startCluster()
  expect(await askedBy(one.token('member'), one)).toBe(200)
  expect(await askedBy(other.token('member'), one)).toBe(401)
  expect(await one.kubectl(['create', '-f', '-'], { input: JSON.stringify(pod('here')) })).toMatchObject({ stderr: '' })
  expect((await other.kubectl(['get', 'pod', 'here'])).stderr).toContain('not found')

  expect(await traces(one, ofOne)).toMatchObject({ processes: { length: 6 }, folder: true, port: true })
  await one.stop()
  expect(await traces(one, ofOne)).toEqual(nothing)
  expect(await askedBy(other.token('member'), other)).toBe(200)
})

async function askedBy(token: string, { server, caFile }: Cluster): Promise<number> {
  const ask = client({ server, ca: readFileSync(caFile, 'utf8'), token })
  return (await ask({ method: 'GET', path: '/api/v1/nodes' })).status
}

test('a parent that is killed leaves nothing', async () => {
  const fixture = join(import.meta.dirname, 'hold.fixture.ts')
  const parent = spawn(process.execPath, [fixture], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void parent.kill('SIGKILL'))
  const [folder] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string]
  const cluster = await openCluster(folder)
  const servers = processesOf(parent.pid ?? 0)
  expect(servers).toHaveLength(6)
  parent.kill('SIGKILL')
  await expect.poll(() => traces(cluster, servers), eventually).toEqual(nothing)
})

test('a server that dies is told by its name', async () => {
  await using cluster = await startCluster()
  const scheduler = processesOf(process.pid).find(({ command }) => command.includes('kube-scheduler'))
  process.kill(scheduler?.id ?? 0, 'SIGKILL')
  await expect(cluster.broken).rejects.toThrow('kube-scheduler: signal: killed')
})

test('one that cannot start says why, and leaves nothing', async () => {
  const scratch = { ...lab.rules.scratch, size: 'large' }
  const failure = startCluster({ lab: { ...lab, rules: { ...lab.rules, scratch } } })
  await expect(failure).rejects.toThrow(/did not start: LimitRange scratch: .*quantities must match/)
  expect(processesOf(process.pid)).toEqual([])
})
