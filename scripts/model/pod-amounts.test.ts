import { describe, expect, test } from 'vitest'
import { containerAmounts, isGpu, podAmounts } from './pod-amounts.ts'
import type { JsonObject } from './json.ts'

const main = (cpu: number) => ({ resources: { requests: { cpu } } })
const init = main
const sidecar = (cpu: number) => ({ ...main(cpu), restartPolicy: 'Always' })

test.each([
  ['main containers run together', { containers: [main(1), main(2)] }, 3000],
  ['init containers run one after the other', { initContainers: [init(4), init(3)], containers: [main(1)] }, 4000],
  ['a small init container hides behind the main ones', { initContainers: [init(2)], containers: [main(3)] }, 3000],
  ['a sidecar stays beside the main ones', { initContainers: [sidecar(2)], containers: [main(3)] }, 5000],
  [
    'an init container after a sidecar runs beside it',
    { initContainers: [sidecar(2), init(4)], containers: [main(1)] },
    6000,
  ],
  [
    'an init container before a sidecar does not',
    { initContainers: [init(4), sidecar(2)], containers: [main(1)] },
    4000,
  ],
  [
    'sidecars add up in their order',
    { initContainers: [sidecar(1), init(1), sidecar(3), init(2)], containers: [main(1)] },
    6000,
  ],
  ['no containers', {}, undefined],
])('%s', (_, podSpec: JsonObject, cpu) => {
  expect(podAmounts(podSpec).get('cpu')).toBe(cpu)
})

describe('one container', () => {
  test.each<[string, JsonObject, Record<string, number>]>([
    ['a request', { requests: { memory: '16Gi' } }, { memory: 2 ** 34 }],
    ['a limit without a request is its request', { limits: { 'nvidia.com/gpu': 2 } }, { 'nvidia.com/gpu': 2 }],
    [
      'by resource, not by list',
      { requests: { cpu: 1 }, limits: { cpu: 2, memory: '1Gi' } },
      { cpu: 1000, memory: 2 ** 30 },
    ],
    ['a request of nothing is one', { requests: { cpu: 0 }, limits: { cpu: 2 } }, { cpu: 0 }],
    ['thousandths of a core, rounded up', { requests: { cpu: '100.2m' } }, { cpu: 101 }],
    ['bytes beyond what a float of nanos holds', { requests: { memory: '1000000001' } }, { memory: 1000000001 }],
    ['what is no quantity is nothing', { requests: { cpu: 'many', memory: null } }, { cpu: 0, memory: 0 }],
    ['less than nothing is nothing', { requests: { 'nvidia.com/gpu': -8 } }, { 'nvidia.com/gpu': 0 }],
    ['more than can be counted', { requests: { memory: '1e999' } }, { memory: Number.MAX_SAFE_INTEGER }],
    ['what is summed nowhere', { requests: { 'ephemeral-storage': '50Gi', 'smarter-devices/fuse': 1 } }, {}],
    ['no shape at all', { requests: ['cpu'], limits: 7 }, {}],
  ])('%s', (_, resources, amounts) => {
    expect(Object.fromEntries(containerAmounts({ resources }))).toEqual(amounts)
  })
})

test.each([
  ['nvidia.com/gpu', true],
  ['nvidia.com/a100', true],
  ['nvidia.com/mig-small', true],
  ['amd.com/gpu', true],
  ['cpu', false],
  ['rdma/hca', false],
])('%s is a GPU: %s', (resource, answer) => {
  expect(isGpu(resource)).toBe(answer)
})
