import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { openCluster } from './cluster.ts'

const cluster = await openCluster(inject('clusterFolder'))
const out = mkdtempSync(join(tmpdir(), 'lab-rendered-'))
afterAll(() => rmSync(out, { recursive: true }))

test('what `lab build` renders, kubectl applies, and it runs', async () => {
  const launcher = join(import.meta.dirname, '..', '..', 'scripts', 'lab.mjs')
  expect(spawnSync(process.execPath, [launcher, 'build', '--out', out])).toMatchObject({ status: 0 })
  const apply = ['apply', '--server-side', '-R', '-f', out]
  const { stdout } = await cluster.kubectl(apply, { user: 'lab-admin' })
  expect(stdout.match(/serverside-applied/g)).toHaveLength(3)
  const running = ['wait', '--for=jsonpath={.status.phase}=Running', '--timeout=60s', 'pods', '-l', 'lab/owner=example']
  expect(await cluster.kubectl(running)).toMatchObject({ exitCode: 0 })
})
