import { describe, expect, test } from 'vitest'
import { memberCaps } from './member-caps.ts'
import { argsOf, deployment, disk, faultsOf, footprints, job, pod, said } from '../lab.fixture.ts'

const session = (name: string, gpu: number) => pod(name, { gpu, hours: 6 })

test.each<[string, Parameters<typeof footprints>[0], string[]]>([
  ['exactly the cap', { 'alice/a': [session('a', 2)], 'alice/b': [session('b', 2)] }, []],
  [
    'one request alone',
    { 'alice/a': [session('a', 5)] },
    ['alice/a Pod/a member-gpus spec.containers[0].resources.limits["nvidia.com/gpu"]'],
  ],
  [
    'told once, at the request that asks for most',
    { 'alice/a': [session('a', 1)], 'alice/b': [session('b', 1), session('c', 2)], 'alice/d': [session('d', 1)] },
    ['alice/b Pod/c member-gpus spec.containers[0].resources.limits["nvidia.com/gpu"]'],
  ],
  [
    'a class counts like any other',
    { 'alice/a': [session('a', 4), pod('b', { gpu: 1, resource: 'nvidia.com/a100', hours: 1 })] },
    ['alice/a Pod/a member-gpus spec.containers[0].resources.limits["nvidia.com/gpu"]'],
  ],
  [
    'of several copies their number is too large',
    { 'alice/a': [job('a', { gpu: 1, parallelism: 5, hours: 1 })] },
    ['alice/a Job/a member-gpus spec.parallelism'],
  ],
  [
    'of one copy, what it asks for',
    { 'alice/a': [job('a', { gpu: 5, hours: 1 })] },
    ['alice/a Job/a member-gpus spec.template.spec.containers[0].resources.limits["nvidia.com/gpu"]'],
  ],
  ['nobody is charged for others', { 'alice/a': [session('a', 4)], 'bob/a': [session('a', 4)] }, []],
  [
    'who is suspended is judged as if they were not',
    { 'sue/a': [session('a', 5)] },
    ['sue/a Pod/a member-gpus spec.containers[0].resources.limits["nvidia.com/gpu"]'],
  ],
  [
    'cores',
    { 'alice/a': [deployment('a', { cpu: '32.5', replicas: 2 })] },
    ['alice/a Deployment/a member-cpu spec.replicas'],
  ],
  [
    'memory',
    { 'alice/a': [pod('a', { memory: '257Gi' })] },
    ['alice/a Pod/a member-memory spec.containers[0].resources.requests.memory'],
  ],
  [
    'disk',
    { 'alice/a': [disk('a', '300Gi'), disk('b', '201Gi')] },
    ['alice/a PersistentVolumeClaim/a member-disk spec.resources.requests.storage'],
  ],
  [
    'GPU-hours',
    { 'alice/a': [job('a', { gpu: 4, hours: 101 })] },
    ['alice/a Job/a member-gpu-hours spec.activeDeadlineSeconds'],
  ],
  ['GPUs without an end are refused elsewhere', { 'alice/a': [pod('a', { gpu: 4 })] }, []],
])('%s', (_, requests, expected) => {
  expect(said(memberCaps, footprints(requests))).toEqual(expected)
})

describe('what is told', () => {
  test('the sum, the limit, the largest three, and the room for the largest', () => {
    const many = footprints({
      'alice/a': [session('a', 1)],
      'alice/b': [session('b', 2)],
      'alice/c': [session('c', 1)],
      'alice/d': [session('d', 1)],
      'alice/e': [disk('e', '1Gi')],
    })
    expect(argsOf('member-gpus', memberCaps, many)).toEqual({
      member: 'alice',
      asked: 5,
      limit: 4,
      room: 1,
      most: [
        { request: 'alice/b', amount: 2 },
        { request: 'alice/a', amount: 1 },
        { request: 'alice/c', amount: 1 },
      ],
      others: 1,
    })
  })

  test.each([
    ['cores', 'member-cpu', pod('a', { cpu: '64.01' }), { asked: 64.1, limit: 64, room: 64 }],
    ['bytes', 'member-disk', disk('a', '501Gi'), { asked: 501 * 2 ** 30, limit: 500 * 2 ** 30, room: 500 * 2 ** 30 }],
    ['hours', 'member-gpu-hours', pod('a', { gpu: 4, hours: 100.01 }), { asked: 400.1, limit: 400, room: 400 }],
  ] as const)('%s as people count them, never less than it is', (_, code, manifest, expected) => {
    expect(argsOf(code, memberCaps, footprints({ 'alice/a': [manifest] }))).toMatchObject(expected)
  })

  test('an admin can lift it up to what is asked for', () => {
    const [found] = faultsOf(memberCaps, footprints({ 'alice/a': [session('a', 8)] }))
    expect(found?.fault).toMatchObject({ severity: 'error', lift: 8, law: { by: 'lab' } })
  })
})
