import { expect, test } from 'vitest'
import { aJob, aPod, changed, codesOf, template } from '../specimens.ts'
import { gateIsOurs } from './gate-is-ours.ts'

test.each([
  ['open', aJob, {}, []],
  ['suspended', aJob, { 'spec suspend': true }, ['gate-ours']],
  ['openly not suspended', aJob, { 'spec suspend': false }, ['gate-ours']],
  ['a gate of their own', aPod, { 'spec schedulingGates': [{ name: 'lab/launch' }] }, ['gate-ours']],
  ['a gate in a Job', aJob, { [`${template} spec schedulingGates`]: [{ name: 'x' }] }, ['gate-ours']],
])('%s', (_, manifest, changes, codes) => {
  expect(codesOf(gateIsOurs, changed(manifest, changes))).toEqual(codes)
})
