import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, inject, test } from 'vitest'
import { faultProxy, type FaultProxy } from '../cluster/fault-proxy.ts'
import { openCluster } from '../control-plane/cluster.ts'
import { lineTo } from '../stories/recorded.ts'
import { after } from './scenario.ts'
import { applyTo, makeRole, newGround, resumed, type Ground, type Verdict } from './trial.ts'

/** A sample of what `faults.test.ts` tries everywhere, with a process that is really killed, by a proxy before the real server. */
const cluster = await openCluster(inject('clusterFolder'))
const line = await lineTo(cluster)
const id = randomBytes(2).toString('hex')

let whole: Verdict
beforeAll(async () => {
  await makeRole(cluster)
  const ground = await newGround(cluster, line, `killed-${id}-whole`)
  await applyTo(ground, after)
  whole = await resumed(ground, after)
})

/** An apply whose process is killed at a request. Answers by what it ended. */
async function killedAt(
  ground: Ground,
  proxy: FaultProxy,
  at: number,
  when: 'before' | 'after',
): Promise<NodeJS.Signals | null> {
  const file = join(cluster.folder, `${ground.namespace}.kubeconfig`)
  const made = await readFile(proxy.kubeconfig('lab-apply'), 'utf8')
  await writeFile(file, made.replaceAll(`"namespace": "${cluster.namespace}"`, `"namespace": "${ground.namespace}"`))
  const child = spawn(process.execPath, [join(import.meta.dirname, 'apply.fixture.ts'), file, ground.namespace])
  const ended = once(child, 'close')
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  proxy.begin(({ number }) => (number === at ? { when, what: kill } : undefined))
  await ended
  return child.signalCode
}

test.each([
  ['before', 22],
  ['after', 26],
  ['before', 31],
  ['after', 36],
  ['after', 43],
  ['before', 52],
] as const)('killed %s request %i', async (when, at) => {
  const ground = await newGround(cluster, line, `killed-${id}-${at}`)
  await using proxy = await faultProxy(cluster, ['lab-apply'])
  expect(await killedAt(ground, proxy, at, when)).toBe('SIGKILL')
  expect(await resumed(ground, after)).toEqual({ violations: [], standing: whole.standing })
})
