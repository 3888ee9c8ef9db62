import { expect, test } from 'vitest'
import { aClaim, aJob, aPod, changed, codesOf, template } from '../specimens.ts'
import { ownAnnotations } from './own-annotations.ts'

const annotations = 'metadata annotations'

test.each([
  ['right', aPod, {}, []],
  ['another file', aPod, { [`${annotations} lab/request`]: 'users/bob/dev.ts' }, ['mark-foreign']],
  ['none', aPod, { [annotations]: undefined }, ['marks-missing']],
  ['a disk needs no run', aClaim, { [`${annotations} lab/run`]: undefined }, []],
  ['run 0', aJob, { [`${annotations} lab/run`]: '0' }, ['run-number']],
  ['run 1.5', aJob, { [`${annotations} lab/run`]: '1.5' }, ['run-number']],
  ['run 01', aJob, { [`${annotations} lab/run`]: '01' }, ['run-number']],
  ['incarnation 1e9', aClaim, { [`${annotations} lab/incarnation`]: '1e9' }, ['run-number']],
  ['incarnation 2', aClaim, { [`${annotations} lab/incarnation`]: '2' }, []],
  ['run 1e9', aJob, { [`${annotations} lab/run`]: '1e9' }, ['run-number']],
  ['run 12', aJob, { [`${annotations} lab/run`]: '12' }, []],
  ['readers of a disk', aClaim, { [`${annotations} lab/readers`]: 'lab' }, []],
  ['readers of a Pod', aPod, { [`${annotations} lab/readers`]: 'lab' }, ['mark-reserved']],
  ['a mark of apply', aPod, { [`${annotations} lab/id`]: 'x' }, ['mark-reserved']],
  ['until on a Job', aJob, { [`${annotations} lab/until`]: '2026-12-01' }, ['mark-reserved']],
  ['a note of their own', aPod, { [`${annotations} note`]: 'x' }, []],
  ['in the pod template', aJob, { [`${template} metadata annotations lab/run`]: '1' }, ['mark-in-template']],
])('%s', (_, manifest, changes, codes) => {
  expect(codesOf(ownAnnotations, changed(manifest, changes))).toEqual(codes)
})
