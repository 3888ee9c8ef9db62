import * as fc from 'fast-check'
import { randomInt } from 'node:crypto'
import { describe, expect, inject, test } from 'vitest'
import lab from '../../lab.config.ts'
import type { GpuModel } from '../../scripts/model/lab.ts'
import { kinds } from '../../templates/gpu.ts'
import { openCluster } from '../control-plane/cluster.ts'
import { judged, type Judged } from './judged.ts'
import { received } from './placed.ts'
import { requestFor, type Sample } from './request.ts'

const cluster = await openCluster(inject('clusterFolder'))
const models: Readonly<Record<string, GpuModel>> = lab.gpus
const seed = Number(process.env['ADMISSION_SEED'] ?? randomInt(2 ** 31))
const perKind = 3

const samples = [undefined, ...kinds.keys()].flatMap((kind, index) =>
  fc.sample(requestFor(kind), { seed: seed + index, numRuns: perKind }),
)
const verdicts = await judged(samples, 'adm')
const byKind = Map.groupBy(verdicts, ({ sample }) => sample.kind)

process.stderr.write(`admission: ${samples.length} requests from seed ${seed} (ADMISSION_SEED repeats them)\n`)

/** `reserved` cards are nobody's; `spare` ones go to work that any other may push aside; `form` ones too, without a grant. */
function passable({ kind, text }: Sample): boolean {
  const access = kind === undefined ? undefined : models[kind]?.access
  return access === undefined || (access !== 'reserved' && text.includes('preemptible: true'))
}

function passed(verdict: Judged): boolean {
  return verdict.refused.length === 0
}

test('the lab lets pass what it should, and nothing else', () => {
  const surprises = verdicts.filter((verdict) => passed(verdict) !== passable(verdict.sample))
  expect(surprises.map(({ sample, refused }) => ({ text: sample.text, refused }))).toEqual([])
  expect(verdicts.filter(passed).length).toBeGreaterThan(verdicts.length / 2)
})

describe('what the lab lets pass, the small Nautilus admits, and places where such a card is', () => {
  const rows = [...byKind].map(([kind, ones]) => ({ kind, title: kind ?? 'no card', admitted: ones.filter(passed) }))
  test.concurrent.each(rows.filter(({ admitted }) => admitted.length > 0))('$title', async ({ kind, admitted }) => {
    for (const verdict of admitted) {
      expect({ text: verdict.sample.text, ...(await received(cluster, verdict)) }).toEqual({
        text: verdict.sample.text,
        pods: expect.toSatisfy((pods: readonly Placed[]) => pods.length > 0 && pods.every(placedFor(kind, verdict))),
      })
    }
  })
})

interface Placed {
  readonly product: string
  readonly cards: Readonly<Record<string, number>>
}

function placedFor(kind: string | undefined, { sample }: Judged): (pod: Placed) => boolean {
  if (kind === undefined) return ({ cards }) => Object.keys(cards).length === 0
  const { resource = '', products = [] } = kinds.get(kind) ?? {}
  return ({ product, cards }) =>
    products.includes(product) && Object.keys(cards).length === 1 && cards[resource] === sample.count
}
