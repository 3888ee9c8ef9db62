import { expect, test } from 'vitest'
import { oneMachineDisks } from './one-machine-disks.ts'
import { argsOf, deployment, disk, footprints, job, pod, said } from '../lab.fixture.ts'

const block = { 'alice/data': [disk('alice-db', '1Gi', { storage: 'rook-ceph-block' })] }
const files = { 'alice/data': [disk('alice-db', '1Gi')] }
const disks = ['alice-db']

test.each<[string, Parameters<typeof footprints>[0], string[]]>([
  ['nobody mounts it', block, []],
  ['one run', { ...block, 'alice/a': [pod('a', { disks })] }, []],
  ['one run twice', { ...block, 'alice/a': [pod('a', { disks: ['alice-db', 'alice-db:ro'] })] }, []],
  [
    'two runs: told at the second',
    { ...block, 'alice/a': [pod('a', { disks })], 'alice/b': [job('b', { disks })] },
    ['alice/b Job/b disk-in-two-runs spec.template.spec.volumes[0]'],
  ],
  [
    'two runs, one only reading',
    { ...block, 'alice/a': [pod('a', { disks }), pod('b', { disks: ['alice-db:ro'] })] },
    ['alice/a Pod/b disk-in-two-runs spec.volumes[0]'],
  ],
  [
    'five runs: told once',
    { ...block, 'alice/a': ['a', 'b', 'c', 'd', 'e'].map((name) => pod(name, { disks })) },
    ['alice/a Pod/b disk-in-two-runs spec.volumes[0]'],
  ],
  ['two runs on storage for many', { ...files, 'alice/a': [pod('a', { disks }), pod('b', { disks })] }, []],
  [
    'a parallel job',
    { ...block, 'alice/a': [job('a', { disks, parallelism: 3 })] },
    ['alice/a Job/a disk-in-copies spec.template.spec.volumes[0]'],
  ],
  [
    'a job that runs one after the other',
    { ...block, 'alice/a': [job('a', { disks, parallelism: 1, completions: 9 })] },
    [],
  ],
  [
    'a service that updates by adding a pod',
    { ...block, 'alice/a': [deployment('a', { disks })] },
    ['alice/a Deployment/a disk-in-copies spec.template.spec.volumes[0]'],
  ],
  [
    'a service that stops first',
    { ...block, 'alice/a': [deployment('a', { disks, strategy: { type: 'Recreate' } })] },
    [],
  ],
  [
    'a claim without modes is refused for that',
    {
      'alice/a': [
        { kind: 'PersistentVolumeClaim', metadata: { name: 'alice-db' } },
        pod('a', { disks }),
        pod('b', { disks }),
      ],
    },
    [],
  ],
  ["somebody else's disk is refused as such", { ...block, 'bob/a': [pod('a', { disks }), pod('b', { disks })] }, []],
])('%s', (_, requests, expected) => {
  expect(said(oneMachineDisks, footprints(requests))).toEqual(expected)
})

test('which runs, and what to use', () => {
  const three = footprints({ ...block, 'alice/a': ['a', 'b', 'c'].map((name) => pod(`alice-${name}`, { disks })) })
  expect(argsOf('disk-in-two-runs', oneMachineDisks, three)).toEqual({
    claim: 'alice-db',
    run: 'alice-b',
    other: 'alice-a',
    at: 'users/alice/a.ts:1',
    others: 1,
    storage: 'files',
  })
})

test.each([
  ['a sweep', job('a', { disks, parallelism: 3 }), { copies: 3, during: 'run' }],
  ['an update', deployment('a', { disks }), { copies: 2, during: 'update' }],
])('copies in %s', (_, run, expected) => {
  expect(argsOf('disk-in-copies', oneMachineDisks, footprints({ ...block, 'alice/a': [run] }))).toMatchObject(expected)
})
