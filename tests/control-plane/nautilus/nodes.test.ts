import type { Node, Pod, PodSpec } from 'kubernetes-types/core/v1.js'
import { describe, expect, inject, test } from 'vitest'
import lab from '../../../lab.config.ts'
import type { GpuModel } from '../../../scripts/model/lab.ts'
import { openCluster } from '../cluster.ts'
import { collectionOf } from '../collection.ts'
import { pod } from '../objects.ts'
import { until } from '../until.ts'

const cluster = await openCluster(inject('clusterFolder'))
const models: Readonly<Record<string, GpuModel>> = lab.gpus
const cards = Object.entries(models).flatMap(([name, model]) =>
  model.products.map((product) => ({ name, product, model, resource: model.resource ?? lab.rules.gpus.plain })),
)

const machines = (await cluster.as('member')({ method: 'GET', path: '/api/v1/nodes' })).body[
  'items'
] as unknown as readonly Node[]

function labelsOf({ metadata }: Node): Readonly<Record<string, string>> {
  return metadata?.labels ?? {}
}

function withCard(product: string): readonly Node[] {
  return machines.filter((machine) => labelsOf(machine)['nvidia.com/gpu.product'] === product)
}

describe('a machine with each product of the catalogue', () => {
  test.each(cards)('$product', ({ product, resource, model }) => {
    expect(withCard(product)).not.toEqual([])
    for (const { metadata, status } of withCard(product)) {
      const extended = Object.keys(status?.allocatable ?? {}).filter((name) => name.includes('/'))
      expect(extended).toEqual([resource])
      expect(metadata?.labels).toMatchObject({
        'nvidia.com/gpu.memory': String(model.memory * 1024),
        'feature.node.kubernetes.io/pci-10de.present': 'true',
        'nvidia.com/cuda.driver.major': '580',
      })
    }
  })

  test('those that current PyTorch does not run on have a compute capability below 7.5', () => {
    for (const { product, model } of cards) {
      const { 'nvidia.com/gpu.compute.major': major, 'nvidia.com/gpu.compute.minor': minor } = labelsOf(
        withCard(product)[0] ?? {},
      )
      expect({ product, old: Number(`${major}.${minor}`) < 7.5 }).toEqual({ product, old: model.old === true })
    }
  })
})

test('common cards, and machines without any, stand in three regions', () => {
  const everywhere = new Set(['us-west', 'us-central', 'us-east'])
  expect(regionsOf(withCard('NVIDIA-GeForce-RTX-3090'))).toEqual(everywhere)
  const bare = machines.filter((machine) => labelsOf(machine)[lab.rules.cpuOnly.avoid] === undefined)
  expect(regionsOf(bare)).toEqual(everywhere)
})

function regionsOf(some: readonly Node[]) {
  return new Set(some.map((one) => labelsOf(one)['topology.kubernetes.io/region']))
}

/** Where the scheduler puts a pod, or why nowhere. */
async function placed(name: string, resources: Readonly<Record<string, string>>, spec: Partial<PodSpec>) {
  const ask = cluster.as('member')
  const body = pod(name, { resources, spec })
  const path = collectionOf(body, cluster.namespace)
  expect(await ask({ method: 'POST', path, body })).toMatchObject({ message: '' })
  const said = await until(`${name} is judged by the scheduler`, async () => {
    const { body: made } = await ask({ method: 'GET', path: `${path}/${name}` })
    const { spec: placement, status } = made as unknown as Pod
    const scheduled = status?.conditions?.find(({ type }) => type === 'PodScheduled')
    return placement?.nodeName ?? scheduled?.message
  })
  await ask({ method: 'DELETE', path: `${path}/${name}` })
  return said
}

function onProduct(product: string): Partial<PodSpec> {
  return { nodeSelector: { 'nvidia.com/gpu.product': product }, priorityClassName: 'opportunistic' }
}

describe('work that asks for a card comes to it', () => {
  const open = cards.filter(({ model }) => model.access !== 'reserved')
  test.concurrent.each(open)('$product as $resource', async ({ product, resource }) => {
    const machine = await placed(`card-${product.toLowerCase()}`, { [resource]: '1' }, onProduct(product))
    expect(withCard(product).map(({ metadata }) => metadata?.name)).toContain(machine)
  })

  test('but not under another resource', async () => {
    const said = await placed('card-wrong', { 'nvidia.com/gpu': '1' }, onProduct('NVIDIA-A40'))
    expect(said).toContain('Insufficient nvidia.com/gpu')
  })
})

describe('machines that are not for everybody', () => {
  test.concurrent.each([
    ['broken-0.ucsd-nrp', { key: 'nautilus.io/issue', value: 'gpu' }],
    ['large-0.ucsd-nrp', { key: 'nautilus.io/hardware', value: 'large-gpu' }],
    ['gh200-0.ucsd-nrp', { key: 'nautilus.io/hardware', value: 'arm64' }],
    ['rtx-pro-6000-0.ucsd-nrp', { key: 'nautilus.io/reservation', value: 'another-group' }],
    ['cpu-dmz.ucsd-nrp', { key: 'nautilus.io/science-dmz', value: 'true' }],
  ])('%s lets in only who tolerates its taint', async (machine, taint) => {
    const name = `taint-${machine.replace(/\..*/, '')}`
    const nodeSelector = { 'kubernetes.io/hostname': machine }
    const refusal = await placed(name, {}, { nodeSelector })
    expect(refusal).toContain(`untolerated taint {${taint.key}: ${taint.value}}`)
    expect(await placed(`${name}-2`, {}, { nodeSelector, tolerations: [taint] })).toBe(machine)
  })
})
