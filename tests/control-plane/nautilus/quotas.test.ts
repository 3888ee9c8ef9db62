import { describe, expect, inject, test } from 'vitest'
import lab from '../../../lab.config.ts'
import type { GpuModel } from '../../../scripts/model/lab.ts'
import { openCluster } from '../cluster.ts'
import { pod } from '../objects.ts'
import { verdict } from './verdict.ts'

const cluster = await openCluster(inject('clusterFolder'))
const models: Readonly<Record<string, GpuModel>> = lab.gpus
const rare = Object.entries(models).flatMap(([name, { access, resource }]) =>
  access && resource ? [[name, resource]] : [],
)

describe('cards of which the lab has none', () => {
  test.each(rare)('%s, by %s', async (_, resource = '') => {
    const asks = `exceeded quota: gpus, requested: requests.${resource}=1, used: requests.${resource}=0, limited: requests.${resource}=0`
    expect(await verdict(cluster, pod('quota', { resources: { [resource]: '1' } }))).toContain(asks)
  })

  test.each(lab.rules.priority.preemptible)(
    'all are for work of the class `%s`, which others may push aside',
    async (name) => {
      for (const [, resource = ''] of rare) {
        const spec = { priorityClassName: name }
        expect(await verdict(cluster, pod('quota', { resources: { [resource]: '1' }, spec }))).toBe('created')
      }
    },
  )

  test('all others are free', async () => {
    for (const { resource = 'nvidia.com/gpu', access } of Object.values(models)) {
      if (access !== undefined) continue
      expect(await verdict(cluster, pod('quota', { resources: { [resource]: '2' } }))).toBe('created')
    }
  })
})

describe('priority classes', () => {
  test.each(lab.rules.priority.allowed)('`%s` is for everybody', async (priorityClassName) => {
    expect(await verdict(cluster, pod('quota', { spec: { priorityClassName } }))).toBe('created')
  })

  test.each([
    ['nice', 'exceeded quota: low-priority-ban'],
    ['batch-low', 'exceeded quota: low-priority-ban'],
    ['owner', 'exceeded quota: high-priority-ban'],
    ['system-node-critical', 'exceeded quota: high-priority-ban'],
    ['soon', 'no PriorityClass with name soon was found'],
  ])('`%s` is for nobody', async (priorityClassName, sentence) => {
    expect(await verdict(cluster, pod('quota', { spec: { priorityClassName } }))).toContain(sentence)
  })
})

test('the limit range gives scratch space to a container that asks for none', async () => {
  const ask = cluster.as('member')
  const path = `/api/v1/namespaces/${cluster.namespace}/pods?dryRun=All`
  const { body } = await ask({ method: 'POST', path, body: pod('range') })
  const scratch = { 'ephemeral-storage': lab.rules.scratch.size }
  expect(body).toMatchObject({ spec: { containers: [{ resources: { requests: scratch, limits: scratch } }] } })
})
