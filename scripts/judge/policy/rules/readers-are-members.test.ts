import { expect, test } from 'vitest'
import { aClaim, changed, faultsOf } from '../specimens.ts'
import { readersAreMembers } from './readers-are-members.ts'

test.each([
  ['nobody', {}, []],
  ['everybody', { 'metadata annotations lab/readers': 'lab' }, []],
  ['members', { 'metadata annotations lab/readers': 'alice,bob' }, []],
  ['a writer', { 'metadata annotations lab/writers': 'bob' }, []],
  ['everybody may not write', { 'metadata annotations lab/writers': 'lab' }, [{ login: 'lab' }]],
  ['a slip', { 'metadata annotations lab/readers': 'bobb,alice' }, [{ login: 'bobb', near: 'bob' }]],
  ['a name from JavaScript', { 'metadata annotations lab/readers': 'constructor' }, [{ login: 'constructor' }]],
  ['nothing', { 'metadata annotations lab/readers': '' }, [{ login: '' }]],
])('%s', (_, changes, expected) => {
  expect(faultsOf(readersAreMembers, changed(aClaim, changes)).map(({ args }) => args)).toEqual(expected)
})
