import { randomInt } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { openCluster } from '../control-plane/cluster.ts'
import { manifestAgreement } from './manifest-agreement.ts'
import { kinds } from './manifests/make-manifest.ts'
import { forReal } from './verdict/for-real.ts'
import { judge } from './verdict/ours.ts'
import { dryRun } from './verdict/server.ts'

const cluster = await openCluster(inject('clusterFolder'))
const seed = randomInt(1_000_000_000)

test(`lab and the server agree about 1,000 manifests of seed ${seed}`, async () => {
  const ask = cluster.as('admin')
  const said: string[] = []
  const judges = { ours: judge, dryRun: dryRun(ask), forReal: await forReal(ask) }
  const code = await manifestAgreement({ count: 1000, seed, kinds }, judges, (text) => said.push(text))
  expect({ code, said: said.join('\n') }).toMatchObject({ code: 0 })
})
