import { expect, test } from 'vitest'
import { callFaultsOf } from './call-faults.ts'

const where = { template: 'session', option: 'gpu' }
const unknown = { code: 'option-unknown', args: { ...where, known: ['gpu'] }, path: [1, 'gpus'] }

test('a known code with its arguments is taken over', () => {
  expect(callFaultsOf(JSON.stringify([unknown]))).toEqual([{ ...unknown, severity: 'error' }])
})

test('what else it carries is left behind', () => {
  const more = { ...unknown, args: { ...unknown.args, more: 1 }, severity: 'notice', lift: 9, law: { by: 'lab' } }
  expect(callFaultsOf(JSON.stringify([more]))).toEqual([{ ...unknown, severity: 'error' }])
})

test.each([
  ['no list', unknown],
  ['nothing', [null, 1, 'a', []]],
  ['another code', [{ ...unknown, code: 'threw' }]],
  ['a code out of the prototype', [{ ...unknown, code: 'constructor' }]],
  ['no arguments', [{ ...unknown, args: undefined }]],
  ['an argument too few', [{ ...unknown, args: where }]],
  ['an argument of another kind', [{ ...unknown, args: { ...where, known: 'gpu' } }]],
  ['a list with something else in it', [{ ...unknown, args: { ...where, known: [1] } }]],
  ['a text that is too long', [{ ...unknown, args: { ...unknown.args, option: 'x'.repeat(501) } }]],
  [
    'a word that nobody knows',
    [{ ...unknown, code: 'option-invalid', args: { ...where, got: '1', expected: 'toString' } }],
  ],
  ['no path', [{ ...unknown, path: 'gpus' }]],
  ['a path of objects', [{ ...unknown, path: [{}] }]],
  ['a path that is too long', [{ ...unknown, path: Array.from({ length: 17 }, () => 1) }]],
])('%s is dropped', (_, faults) => {
  expect(callFaultsOf(JSON.stringify(faults))).toEqual([])
})
