import { expect, test } from 'vitest'
import { classCaps } from './class-caps.ts'
import { argsOf, faultsOf, footprints, house, job, pod, said } from '../lab.fixture.ts'

const resource = 'nvidia.com/a100'
const caps = { caps: { ...house().lab.caps, classes: { [resource]: 8 } } }
const run = (gpu: number, of = resource) => [pod('x', { gpu, resource: of, hours: 1 })]

test.each<[string, Parameters<typeof footprints>[0], string[]]>([
  ['exactly the cap', { 'alice/a': run(4), 'bob/a': run(4) }, []],
  [
    'one more: a notice, at the largest',
    { 'alice/a': run(4), 'bob/a': run(5) },
    ['bob/a Pod/x lab-class spec.containers[0].resources.limits["nvidia.com/a100"]'],
  ],
  ['other cards count for nothing', { 'alice/a': run(4), 'bob/a': run(5, 'nvidia.com/a40') }, []],
  ['nothing of a suspended member runs', { 'alice/a': run(4), 'sue/a': run(5) }, []],
  [
    'more than there is',
    { 'alice/a': [job('x', { gpu: 3, resource, parallelism: 3, hours: 1 })], 'bob/a': run(8) },
    ['alice/a Job/x class-never-fits spec.parallelism'],
  ],
])('%s', (_, requests, expected) => {
  expect(said(classCaps, footprints(requests), caps)).toEqual(expected)
})

test('who asks for most', () => {
  const many = { 'alice/a': run(1), 'bob/a': [...run(3), ...run(3)], 'carol/a': run(2), 'ann/a': run(1) }
  expect(argsOf('lab-class', classCaps, footprints(many), caps)).toEqual({
    resource,
    asked: 10,
    limit: 8,
    most: [
      { request: 'bob/a', amount: 6 },
      { request: 'carol/a', amount: 2 },
      { request: 'alice/a', amount: 1 },
    ],
    others: 1,
  })
})

test.each([
  ['what waits in line', 5, 'notice'],
  ['what can never start', 9, 'error'],
])('%s', (_, gpu, severity) => {
  const found = faultsOf(classCaps, footprints({ 'alice/a': run(gpu), 'bob/a': run(4) }), caps)
  expect(found.map(({ fault }) => fault.severity)).toEqual([severity])
})

test('without caps of their own, all cards count alike', () => {
  expect(said(classCaps, footprints({ 'alice/a': run(99) }), { caps: { ...caps.caps, classes: {} } })).toEqual([])
})
