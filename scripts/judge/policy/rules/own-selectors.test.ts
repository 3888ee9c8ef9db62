import { expect, test } from 'vitest'
import { aDeployment, aService, changed, codesOf } from '../specimens.ts'
import { ownSelectors } from './own-selectors.ts'

test.each([
  ['own', aService, {}, []],
  ['any name of one owner', aService, { 'spec selector lab/name': undefined }, []],
  ['none', aService, { 'spec selector': undefined }, ['selector-foreign']],
  ['by another label', aService, { 'spec selector': { app: 'x' } }, ['selector-foreign']],
  ['another member', aService, { 'spec selector lab/owner': 'bob' }, ['selector-foreign']],
  ['a Deployment', aDeployment, {}, []],
  ['a Deployment of all', aDeployment, { 'spec selector matchLabels lab/owner': undefined }, ['selector-foreign']],
])('%s', (_, manifest, changes, codes) => {
  expect(codesOf(ownSelectors, changed(manifest, changes))).toEqual(codes)
})
