import { randomBytes } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { desiredOf } from '../../scripts/desire/index.ts'
import { endedRun } from '../../scripts/model/ended-run.ts'
import type { JsonObject } from '../../scripts/model/json.ts'
import { inventoryName, ledgerName } from '../../scripts/model/memory-name.ts'
import { memoryText } from '../../scripts/model/memory-text.ts'
import type { Inventory, Ledger, MemoryRecord } from '../../scripts/model/memory.ts'
import { carryOut } from '../../scripts/pipeline/apply/carry-out.ts'
import { openCluster } from '../control-plane/cluster.ts'
import { claim, pod } from '../control-plane/objects.ts'
import lab from './_lab.ts'
import { isWrite, named } from './laws.ts'
import { appliedInWords } from './outcomes.ts'
import { ownNamespace, vacate } from './own-namespace.ts'
import { lineTo, recorded, type Exchanged } from './recorded.ts'

/** What a member with years of work behind them remembers, and how much more of it the server takes (`apply.md` 2). */
const cluster = await openCluster(inject('clusterFolder'))
const line = await lineTo(cluster)
const now = '2026-11-24T10:00:00Z'
const digest = 'd'.repeat(64)

function ended(count: number): Readonly<Record<string, MemoryRecord>> {
  const demand = { gpus: 1, byResource: { 'nvidia.com/gpu': 1 } }
  const opened = {
    run: 1,
    phase: 'opened',
    digest,
    fixed: digest,
    commit: 'c'.repeat(40),
    demand,
    openedAt: now,
  } as const
  const uid = '0b6f4a1c-5b7f-4f5c-9b1e-3a0c9d1f2a3b'
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `Job/alice-experiment-${index}`,
      endedRun({ ...opened, uid }, 'succeeded', now),
    ]),
  )
}

/** Main asks for all of these runs still, and for what is new. */
function desiredAfter(count: number) {
  const manifests = Object.keys(ended(count)).map((key) => ({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: key.slice(4) },
    spec: { template: { spec: { containers: [] } } },
  }))
  const fresh = [pod('alice-dev'), claim('alice-data', 'rook-cephfs')].map(
    (one) => JSON.parse(JSON.stringify(one)) as JsonObject,
  )
  const request = {
    owner: 'alice',
    request: 'alice/all',
    file: 'users/alice/all.ts',
    manifests: [...manifests, ...fresh],
  }
  return desiredOf({ requests: [request], commit: 'c2', height: 2, broken: [], heights: new Map([['alice', 2]]) })
}

async function appliedWith(count: number) {
  const namespace = `memory-${randomBytes(3).toString('hex')}`
  await ownNamespace(cluster, { ...lab, namespace }, { nautilus: false })
  await using _ = { [Symbol.asyncDispose]: () => vacate(cluster, namespace) }
  const log: Exchanged[] = []
  const connection = recorded(line, 'lab-apply', { namespace, log })
  const inventory: Inventory = { version: 1, lab: namespace, member: 'alice', records: ended(count) }
  const ledger: Ledger = { version: 1, height: 1, head: 'c1', clock: now, members: ['alice'], admitted: [] }
  await connection.send({ do: 'remember', name: ledgerName, text: memoryText(ledger) })
  const text = memoryText(inventory)
  await connection.send({ do: 'remember', name: inventoryName('alice'), text })
  const how = { desired: desiredAfter(count), lab: { ...lab, namespace }, now, options: {} }
  const words = appliedInWords(await carryOut(connection, how)).filter((word) => !word.includes(' kept'))
  const before = log.length
  await carryOut(connection, how)
  return {
    size: text.length,
    words,
    restless: log
      .slice(before)
      .filter(isWrite)
      .map(({ request }) => named(request)),
  }
}

test('2,500 ended runs fit, and a new one beside them', async () => {
  const { size, words, restless } = await appliedWith(2500)
  expect(size).toBeLessThan(900 * 1024)
  expect(words).toEqual([
    'alice PersistentVolumeClaim/alice-data created: as written',
    'alice Pod/alice-dev launched: open',
    'exit 0',
  ])
  expect(restless).toEqual([])
})

test('what would no longer fit is refused before the server refuses it, and what is there is kept', async () => {
  const { size, words, restless } = await appliedWith(3000)
  expect(size).toBeGreaterThan(900 * 1024)
  expect(size).toBeLessThan(1024 * 1024)
  expect(words).toEqual([
    'alice PersistentVolumeClaim/alice-data refused memory-full: nothing there',
    'alice Pod/alice-dev refused memory-full: nothing there',
    'exit 2',
  ])
  expect(restless).toEqual([])
})
