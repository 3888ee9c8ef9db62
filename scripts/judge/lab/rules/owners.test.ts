import { expect, test } from 'vitest'
import { owners } from './owners.ts'
import { argsOf, footprints, pod, said } from '../lab.fixture.ts'

test.each<[string, string[], string[]]>([
  ['on the roster', ['alice/dev'], []],
  [
    'not on the roster: told at every request, so that none passes',
    ['dave/a', 'dave/b'],
    ['dave/a owner-unknown', 'dave/b owner-unknown'],
  ],
  ['spelt in capitals', ['Alice/dev'], ['Alice/dev owner-spelt-otherwise']],
  ['suspended: told once', ['sue/a', 'sue/b'], ['sue/a member-suspended']],
  ['a name that every object has', ['constructor/dev'], ['constructor/dev owner-unknown']],
])('%s', (_, requests, expected) => {
  expect(said(owners, footprints(Object.fromEntries(requests.map((id) => [id, [pod('x')]]))))).toEqual(expected)
})

test('a file that requests nothing has an owner too', () => {
  expect(said(owners, footprints({ 'dave/empty': [] }))).toEqual(['dave/empty owner-unknown'])
})

test('a login nearly spelt like one on the roster', () => {
  expect(argsOf('owner-unknown', owners, footprints({ 'alcie/dev': [] }))).toEqual({ login: 'alcie', near: 'alice' })
})
