import { expect, test } from 'vitest'
import { runNames } from './run-names.ts'
import { argsOf, deployment, disk, footprints, job, pod, said, service } from '../lab.fixture.ts'

test.each<[string, Parameters<typeof footprints>[0], string[]]>([
  [
    'a session and a job',
    { 'alice/a': [pod('alice-x')], 'alice/b': [job('alice-x')] },
    ['alice/b Job/alice-x runs-of-one-name metadata.name'],
  ],
  ['a session and its disk', { 'alice/a': [pod('alice-x'), disk('alice-x', '1Gi')] }, []],
  ['a service is two objects of one name', { 'alice/a': [deployment('alice-x'), service('alice-x')] }, []],
  ['one kind twice is the rule of names', { 'alice/a': [job('alice-x'), job('alice-x')] }, []],
  ["a session named as if it were a job's pod", { 'alice/a': [job('alice-x'), pod('alice-x-0')] }, []],
  ['two members', { 'alice/a': [pod('x')], 'bob/a': [job('x')] }, []],
  [
    'three kinds: told once',
    { 'alice/a': [pod('alice-x'), job('alice-x'), deployment('alice-x')] },
    ['alice/a Job/alice-x runs-of-one-name metadata.name'],
  ],
])('%s', (_, requests, expected) => {
  expect(said(runNames, footprints(requests))).toEqual(expected)
})

test('both kinds and the other place', () => {
  expect(
    argsOf('runs-of-one-name', runNames, footprints({ 'alice/a': [pod('alice-x')], 'alice/b': [job('alice-x')] })),
  ).toEqual({
    kind: 'Job',
    name: 'alice-x',
    otherKind: 'Pod',
    other: 'users/alice/a.ts:1',
  })
})
