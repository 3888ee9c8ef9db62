import { expect, test } from 'vitest'
import { aPod, changed, codesOf } from '../specimens.ts'
import { ownNamespace } from './own-namespace.ts'

test.each([
  ['the lab', 'lab', []],
  ['absent', undefined, ['namespace-missing']],
  ['another', 'kube-system', ['namespace-foreign']],
  ['empty', '', ['namespace-foreign']],
])('namespace: %s', (_, namespace, codes) => {
  expect(codesOf(ownNamespace, changed(aPod, { 'metadata namespace': namespace }))).toEqual(codes)
})
