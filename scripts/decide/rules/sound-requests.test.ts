import { expect, test } from 'vitest'
import { finding, type Finding } from '../../model/finding.ts'
import { asks, facts, words, wrong } from '../facts.fixture.ts'
import { soundRequests } from './sound-requests.ts'

test.each<[string, Finding, readonly string[]]>([
  ['what nobody can lift', wrong(), ['refuse finding-refused']],
  ['what an admin can lift', asks(8), []],
  ['a warning', { ...wrong(), severity: 'warning' }, []],
  ['our own fault', finding('took-too-long', { seconds: 10 }, { file: 'x' }), ['unknown finding-unknown']],
])('%s', (_, found, expected) => {
  expect(words(soundRequests(facts({ findings: { own: [found], lifted: [], others: [] } })))).toEqual(expected)
  expect(soundRequests(facts({ findings: { own: [], lifted: [], others: [found] } }))).toEqual([])
})
