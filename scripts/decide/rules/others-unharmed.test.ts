import { expect, test } from 'vitest'
import type { Facts } from '../../model/facts.ts'
import { finding } from '../../model/finding.ts'
import { facts, head, root, words, wrong } from '../facts.fixture.ts'
import { othersUnharmed } from './others-unharmed.ts'

const harm = { own: [], lifted: [], others: [wrong('bob/train')] }
const lost = finding('took-too-long', { seconds: 10 }, { file: 'users/bob/train.ts' })

test.each<[string, Partial<Facts>, readonly string[]]>([
  ['nobody is harmed', {}, []],
  ['somebody’s request broke', { findings: harm }, ['ask others-affected']],
  ['an admin saw it', { findings: harm, reviews: [{ by: root, state: 'approved', commit: head }] }, ['grant approved']],
  [
    'an admin saw it before a push',
    { findings: harm, reviews: [{ by: root, state: 'approved', commit: 'b' }] },
    ['ask others-affected'],
  ],
  ['a notice', { findings: { ...harm, others: [{ ...wrong(), severity: 'notice' }] } }, []],
  ['a worker of ours that stalled', { findings: { ...harm, others: [lost] } }, []],
])('%s', (_, changes, expected) => {
  expect(words(othersUnharmed(facts(changes)))).toEqual(expected)
})
