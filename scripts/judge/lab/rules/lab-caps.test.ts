import { expect, test } from 'vitest'
import { labCaps } from './lab-caps.ts'
import { argsOf, disk, faultsOf, footprints, job, pod, said } from '../lab.fixture.ts'

const run = (gpu: number) => [pod('x', { gpu, hours: 6 })]

test.each<[string, Parameters<typeof footprints>[0], string[]]>([
  ['exactly the cap', { 'alice/a': run(4), 'bob/a': run(4) }, []],
  [
    'told once, at the largest',
    { 'alice/a': run(4), 'bob/a': run(4), 'carol/a': run(1) },
    ['alice/a Pod/x lab-gpus spec.containers[0].resources.limits["nvidia.com/gpu"]'],
  ],
  ['nothing of a suspended member runs', { 'alice/a': run(4), 'bob/a': run(4), 'sue/a': run(1) }, []],
  ['nothing of a stranger runs', { 'alice/a': run(8), 'dave/a': run(1) }, []],
  [
    "a suspended member's disks stay",
    { 'sue/a': [disk('a', '1500Gi'), disk('b', '1500Gi')] },
    ['sue/a PersistentVolumeClaim/a lab-disk spec.resources.requests.storage'],
  ],
  ['what could never start waits in no line', { 'alice/a': run(9), 'bob/a': run(8) }, []],
  [
    'cores',
    { 'alice/a': [job('x', { cpu: 100 })], 'bob/a': [job('x', { cpu: 29 })] },
    ['alice/a Job/x lab-cpu spec.template.spec.containers[0].resources.requests.cpu'],
  ],
])('%s', (_, requests, expected) => {
  expect(said(labCaps, footprints(requests))).toEqual(expected)
})

test.each([
  ['GPUs beyond the cap wait in line', { 'alice/a': run(5), 'bob/a': run(5) }, 'notice'],
  ['for the rest there is no line', { 'alice/a': [disk('a', '2Ti')], 'bob/a': [disk('b', '1Gi')] }, 'warning'],
])('%s', (_, requests, severity) => {
  const [found] = faultsOf(labCaps, footprints(requests))
  expect(found?.fault.severity).toBe(severity)
  expect(found?.fault).not.toHaveProperty('lift')
})

test('the largest of all members', () => {
  const most = { 'alice/a': run(1), 'bob/a': run(4), 'carol/a': run(3), 'ann/a': run(2) }
  expect(argsOf('lab-gpus', labCaps, footprints(most))).toEqual({
    asked: 10,
    limit: 8,
    most: [
      { request: 'bob/a', amount: 4 },
      { request: 'carol/a', amount: 3 },
      { request: 'ann/a', amount: 2 },
    ],
    others: 1,
  })
})
