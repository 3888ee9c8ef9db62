import { expect, test } from 'vitest'
import { names } from './names.ts'
import { argsOf, deployment, disk, faultsOf, footprints, job, pod, said, service } from '../lab.fixture.ts'

const data = disk('alice-data', '1Gi')

test.each<[string, Parameters<typeof footprints>[0], string[]]>([
  ['different names', { 'alice/a': [pod('alice-x'), pod('alice-y')] }, []],
  ['one name for two kinds is two objects', { 'alice/a': [pod('alice-x'), disk('alice-x', '1Gi')] }, []],
  [
    'twice in one request',
    { 'alice/a': [data, data] },
    ['alice/a PersistentVolumeClaim/alice-data object-twice metadata.name'],
  ],
  [
    'in two requests: told at the second',
    { 'alice/b': [data], 'alice/a': [data] },
    ['alice/b PersistentVolumeClaim/alice-data object-twice metadata.name'],
  ],
  [
    'thirty times: told once',
    { 'alice/a': Array.from({ length: 30 }, () => pod('alice-x')) },
    ['alice/a Pod/alice-x object-twice metadata.name'],
  ],
  [
    'where one login begins with another: both are told',
    { 'ann/a': [pod('ann-lee-x')], 'ann-lee/b': [pod('ann-lee-x')] },
    ['ann/a Pod/ann-lee-x name-contested metadata.name', 'ann-lee/b Pod/ann-lee-x name-contested metadata.name'],
  ],
  [
    "a stranger's name takes nothing from whom it belongs to",
    { 'alice/a': [pod('alice-x')], 'bob/a': [pod('alice-x')] },
    [],
  ],
  ['two strangers', { 'alice/a': [pod('x')], 'bob/a': [pod('x')] }, []],
  ['no names at all', { 'alice/a': [{ kind: 'Pod' }, { kind: 'Pod' }] }, []],
])('%s', (_, requests, expected) => {
  expect(said(names, footprints(requests))).toEqual(expected)
})

test('the other place is named', () => {
  const twice = footprints({ 'alice/a': [pod('alice-y'), pod('alice-x')], 'alice/b': [pod('alice-x')] })
  expect(argsOf('object-twice', names, twice)).toEqual({
    kind: 'Pod',
    name: 'alice-x',
    other: 'users/alice/a.ts:2',
    how: 'apart',
  })
})

const atOnePlace = (requests: ReturnType<typeof footprints>) =>
  requests.map((request) => ({
    ...request,
    objects: request.objects.map((object) => ({
      ...object,
      origin: { ...object.origin, call: { file: request.file, line: 7, column: 3 } },
    })),
  }))

test('a service that is exported twice is four objects and one mistake', () => {
  const web = [deployment('alice-web'), service('alice-web')]
  expect(argsOf('object-twice', names, atOnePlace(footprints({ 'alice/a': [...web, ...web] })))).toMatchObject({
    kind: 'Deployment',
    how: 'one-call',
  })
})

test('a prefix is suggested for the longer login, and it begins with no other', () => {
  const both = footprints({ 'ann/a': [job('ann-lee-x')], 'ann-lee/b': [job('ann-lee-x')] })
  const suggested = (members: Record<string, { prefix?: string }>) =>
    faultsOf(names, both, { members: { ann: {}, 'ann-lee': {}, ...members } }).map(({ fault }) => fault.args)
  const prefix = { login: 'ann-lee', value: 'annlee' }
  expect(suggested({})).toMatchObject([
    { owner: 'ann', rival: 'ann-lee', other: 'users/ann-lee/b.ts:1', prefix },
    { owner: 'ann-lee', rival: 'ann', other: 'users/ann/a.ts:1', prefix },
  ])
  expect(suggested({ annlee: {} })[0]).toMatchObject({ prefix: { value: 'annlee2' } })
  expect(suggested({ 'annlee-b': {}, x: { prefix: 'annlee2' } })[0]).toMatchObject({ prefix: { value: 'annlee3' } })
})
