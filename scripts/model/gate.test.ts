import { expect, test } from 'vitest'
import { closed, isClosed, opening } from './gate.ts'

const pod = { kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [], schedulingGates: [{ name: 'quota/x' }] } }
const job = { kind: 'Job', metadata: { name: 'a' }, spec: { parallelism: 2 } }

test('a run is made closed, and opened without touching gates of others', () => {
  expect(closed(pod).spec).toEqual({ containers: [], schedulingGates: [{ name: 'quota/x' }, { name: 'lab/launch' }] })
  expect(opening(closed(pod))).toEqual({ spec: { schedulingGates: [{ name: 'quota/x' }] } })
  expect(closed(job).spec).toEqual({ parallelism: 2, suspend: true })
  expect(opening(closed(job))).toEqual({ spec: { suspend: false } })
})

test.each([
  ['a pod as written', pod, false],
  ['a closed pod', closed(pod), true],
  ['a job as written', job, false],
  ['a closed job', closed(job), true],
  ['a thing without a spec', { kind: 'Pod' }, false],
])('closed or not: %s', (_, manifest, expected) => {
  expect(isClosed(manifest)).toBe(expected)
})

test('a kind without a gate is never made closed by mistake', () => {
  expect(() => closed({ kind: 'CronJob' })).toThrow('CronJob has no gate')
})
