import { expect, test } from 'vitest'
import { aJob, aPod, changed, codesOf, template } from '../specimens.ts'
import { ownLabels } from './own-labels.ts'

test.each([
  ['right', {}, []],
  ['no labels', { 'metadata labels': undefined }, ['labels-missing']],
  ['another owner', { 'metadata labels lab/owner': 'bob' }, ['label-foreign']],
  ['the owner in other letters', { 'metadata labels lab/owner': 'Alice' }, ['label-foreign']],
  ['another name', { 'metadata labels lab/name': 'alice-dev' }, ['label-foreign']],
  ['one that is not ours', { 'metadata labels lab/admin': 'yes' }, ['label-reserved']],
  ['a label of their own', { 'metadata labels app': 'x' }, []],
  ['pods without', { [`${template} metadata labels`]: undefined }, ['labels-missing']],
  ['pods of another', { [`${template} metadata labels lab/owner`]: 'bob' }, ['label-foreign']],
])('%s', (_, changes, codes) => {
  expect(codesOf(ownLabels, changed(aJob, changes))).toEqual(codes)
})

test('a Pod is its own pod: said once', () => {
  expect(codesOf(ownLabels, changed(aPod, { 'metadata labels lab/owner': 'bob' }))).toEqual(['label-foreign'])
})
