import { describe, expect, inject, test } from 'vitest'
import { openCluster } from '../cluster.ts'
import { collectionOf } from '../collection.ts'
import { daemonSet, job, pod, type PodParts } from '../objects.ts'
import { ours, plainNamespace, underRules } from './names.ts'
import { verdict } from './verdict.ts'

const cluster = await openCluster(inject('clusterFolder'))
const some = { cpu: '1', memory: '1Gi' }

describe('pods without a controller: at most 16 cores, 32 GB and 2 GPUs', () => {
  const tooLarge = 'PODs without controllers are limited to 16 cores and 32 GB of RAM'
  test.each<[string, PodParts, string]>([
    ['16 cores', { resources: { cpu: '16' } }, 'created'],
    ['16.1 cores', { resources: { cpu: '16100m' } }, tooLarge],
    ['29Gi', { resources: { memory: '29Gi' } }, 'created'],
    ['32Gi, which is more than 32 GB', { resources: { memory: '32Gi' } }, tooLarge],
    [
      '17 cores as a request without limit',
      { container: { resources: { requests: { cpu: '17', memory: '1Gi' }, limits: { memory: '1Gi' } } } },
      tooLarge,
    ],
    ['2 GPUs', { resources: { 'nvidia.com/a40': '1', 'nvidia.com/gpu': '1' } }, 'created'],
    [
      '3 GPUs',
      { resources: { 'nvidia.com/a40': '1', 'nvidia.com/gpu': '2' } },
      'PODs without controllers are limited to 2 GPUs',
    ],
  ])('%s', async (_, parts, sentence) => {
    expect(await verdict(cluster, pod('law', parts))).toContain(sentence)
  })

  test('a Job’s pods may be larger', async () => {
    const eight = { cpu: '32', memory: '128Gi', 'nvidia.com/gpu': '8' }
    const input = JSON.stringify(job('law-job', { resources: eight }))
    expect(await cluster.kubectl(['create', '-f', '-'], { user: 'member', input })).toMatchObject({ exitCode: 0 })
    const waited = await cluster.kubectl(['wait', '--for=jsonpath={.status.ready}=1', '--timeout=30s', 'job/law-job'])
    expect(waited).toMatchObject({ exitCode: 0 })
    await cluster.kubectl(['delete', 'job/law-job'])
  })
})

describe('each container has requests for cores and memory, and a limit for memory', () => {
  test.each<[string, PodParts, string]>([
    ['limits, from which requests come', { container: { resources: { limits: some } } }, 'created'],
    [
      'no requests',
      { container: { resources: {} } },
      'container <main> does not have <{"cpu", "memory"}> requests defined',
    ],
    [
      'no limit of memory',
      { container: { resources: { requests: some } } },
      'container <main> does not have <{"memory"}> limits defined',
    ],
    [
      'an init container without',
      { spec: { initContainers: [{ name: 'first', image: 'x' }] } },
      'container <first> does not have <{"cpu", "memory"}> requests defined',
    ],
  ])('%s', async (_, parts, sentence) => {
    expect(await verdict(cluster, pod('law', parts))).toContain(sentence)
  })
})

test('a limit of more than 1.2 times the request is only warned about', async () => {
  expect(await verdict(cluster, limitedTo('1200m'))).toBe('created')
  expect(await verdict(cluster, limitedTo('1300m'))).toMatch(
    /^created; .*container <main> has a limit of more than 1\.2 times its request$/,
  )
})

function limitedTo(cpu: string) {
  return pod('law', { container: { resources: { requests: some, limits: { ...some, cpu } } } })
}

test('nobody makes DaemonSets', async () => {
  expect(await verdict(cluster, daemonSet('law'))).toContain('DaemonSets are not allowed')
})

describe('Jobs depend on the state of their namespace', () => {
  test.each([
    ['in-order', {}, 'created'],
    ['empty-profile', { [`${ours}profile`]: 'empty' }, 'The namespace profile is empty'],
    ['wasteful', { [`${ours}wasteful`]: 'alice,admin' }, 'Your pods resources utilization is too low for account'],
    ['others-waste', { [`${ours}wasteful`]: 'alice' }, 'created'],
  ])('%s', async (state, annotations, sentence) => {
    const name = `law-${state}`
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: underRules, annotations } }
    await cluster.as('admin')({ method: 'POST', path: collectionOf(namespace), body: namespace })
    expect(await verdict(cluster, job('law'), name)).toContain(sentence)
  })
})

describe('where only Kubernetes rules, all pass', () => {
  test.each([
    ['a large pod without limits', pod('law', { container: { resources: { requests: { cpu: '64' } } } })],
    ['an A100', pod('law', { resources: { 'nvidia.com/a100': '1' } })],
    ['a DaemonSet', daemonSet('law')],
  ])('%s', async (_, object) => {
    expect(await verdict(cluster, object, plainNamespace)).toBe('created')
  })
})
