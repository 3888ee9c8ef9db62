import { describe, expect, test } from 'vitest'
import { applyGrants } from '../apply-grants.ts'
import { viewOf } from '../view.ts'
import { finding } from '../../../model/finding.ts'
import type { Grant } from '../../../model/grant.ts'
import { memberCaps } from './member-caps.ts'
import { argsOf, deployment, disk, faultsOf, footprints, house, job, pod, said, today } from '../lab.fixture.ts'

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

/** `name value until` of each grant for GPUs that alice has. */
function granted(...rows: readonly (readonly [request: string, value: number, until?: string])[]): readonly Grant[] {
  return rows.map(([request, value, until = '2026-12-31'], index) => ({
    v: 1,
    login: 'alice',
    request,
    lifts: [{ code: 'member-gpus', value }],
    until,
    by: 'bob',
    byId: 1,
    pull: index,
    head: '',
    ask: '',
    comment: 1,
    reason: '',
  }))
}

/** What becomes of alice's GPUs by request: `fits`, or where the excess is told and what the grants make of it. */
function fate(gpus: Readonly<Record<string, number>>, grants: readonly Grant[]): string {
  const ids = Object.entries(gpus).map(([name, count]) => [`alice/${name}`, [session(name, count)]] as const)
  const own = { ...house(), grants }
  const [found] = memberCaps(viewOf(footprints(Object.fromEntries(ids)), own.lab), own, today)
  if (found?.fault.code !== 'member-gpus') return 'fits'
  const { code, args, lift } = found.fault
  const told = finding(
    code,
    args,
    { file: found.file },
    { request: found.request, ...(lift !== undefined && { lift }) },
  )
  const { open } = applyGrants([told], grants, today)
  const verdict = open.length === 0 ? 'granted' : open[0]?.expired === undefined ? 'needs an admin' : 'grant ended'
  return `${found.request}: ${verdict}, room ${args.room}`
}

describe('a grant belongs to its request', () => {
  test.each<[string, Readonly<Record<string, number>>, readonly Grant[], string]>([
    ['alone, up to it', { llm: 8 }, granted(['llm', 8]), 'alice/llm: granted, room 4'],
    ['alone, beyond it', { llm: 9 }, granted(['llm', 8]), 'alice/llm: needs an admin, room 4'],
    ['a small one beside it', { llm: 7, dev: 1 }, granted(['llm', 8]), 'alice/llm: granted, room 3'],
    ['beyond it by the small one', { llm: 8, dev: 1 }, granted(['llm', 8]), 'alice/llm: needs an admin, room 3'],
    ['an equal one beside it', { aaa: 4, llm: 4 }, granted(['llm', 8]), 'alice/llm: granted, room 0'],
    ['a larger one beside it, which fits alone', { big: 4, llm: 2 }, granted(['llm', 8]), 'alice/llm: granted, room 0'],
    ['a larger one that does not', { big: 5, llm: 2 }, granted(['llm', 8]), 'alice/big: needs an admin, room 2'],
    ['another in its place', { big: 8 }, granted(['llm', 8]), 'alice/big: needs an admin, room 4'],
    [
      'a request of it that asks for no card',
      { big: 8, llm: 0 },
      granted(['llm', 8]),
      'alice/big: needs an admin, room 4',
    ],
    ['over', { llm: 8 }, granted(['llm', 8, '2026-11-01']), 'alice/llm: grant ended, room 4'],
    [
      'over, beside a larger one',
      { big: 4, llm: 2 },
      granted(['llm', 8, '2026-11-01']),
      'alice/llm: grant ended, room 0',
    ],
    ['two, of which one is large enough', { a: 4, b: 4 }, granted(['a', 6], ['b', 8]), 'alice/b: granted, room 0'],
    [
      'two, of which one is over',
      { a: 4, b: 4 },
      granted(['a', 8, '2026-11-01'], ['b', 8]),
      'alice/b: granted, room 0',
    ],
    ['two do not add up', { a: 6, b: 6 }, granted(['a', 6], ['b', 6]), 'alice/a: needs an admin, room 0'],
    ['none needed', { a: 2, b: 2 }, granted(['a', 6]), 'fits'],
  ])('%s', (_, gpus, grants, expected) => {
    expect(fate(gpus, grants)).toBe(expected)
  })
})
