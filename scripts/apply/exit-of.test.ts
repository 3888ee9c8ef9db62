import { describe, expect, test } from 'vitest'
import type { Outcome } from '../model/outcome.ts'
import type { Lock } from '../model/plan.ts'
import type { Progress } from '../model/progress.ts'
import type { Watched } from '../model/watched.ts'
import { exitOf, type ApplyExit } from './exit-of.ts'

type How = Pick<Outcome, 'ending' | 'refusal' | 'fault'>

function outcome(how: How): Outcome {
  const step = { key: 'Pod/ann-x', member: 'ann', operation: 'launch', args: {} } as const
  return { key: 'Pod/ann-x', member: 'ann', step, left: 'unknown', args: {}, ...how }
}

function lock(name: Lock['lock'], scope: Lock['scope']): Lock {
  return { lock: name, scope, args: {} }
}

function watched(progress?: Progress): Watched {
  return { key: 'Pod/ann-x', member: 'ann', ...(progress && { progress }) }
}

const done = { ending: 'launched' } as const
const wrong = { ending: 'refused', refusal: 'name-taken' } as const

/** `apply.md` 1: ours before theirs, theirs before done. */
describe('what was done', () => {
  test.each<[string, readonly How[], ApplyExit]>([
    ['nothing', [], 0],
    ['all', [done, { ending: 'kept' }], 0],
    ['held', [{ ending: 'held' }], 0],
    ['not tried, and nothing else', [{ ending: 'skipped' }], 0],
    ['refused by us', [done, wrong], 2],
    ['refused by the cluster', [{ ending: 'failed', refusal: 'rejected', fault: 'request' }], 2],
    ['no answer', [{ ending: 'interrupted' }], 1],
    ['could not be told', [{ ending: 'refused', refusal: 'could-not-tell' }], 1],
    ['failed by our fault', [{ ending: 'failed', fault: 'ours' }], 1],
    ['ours and theirs', [wrong, { ending: 'interrupted' }], 1],
  ])('%s', (_, outcomes, code) => {
    expect(exitOf(outcomes.map(outcome), [])).toBe(code)
  })
})

describe('what locked', () => {
  test.each<[Lock['lock'], Lock['scope'], ApplyExit]>([
    ['unread-lists', 'lab', 1],
    ['inventory', 'member', 1],
    ['ledger', 'lab', 1],
    ['many-losses', 'lab', 2],
    ['broken-files', 'member', 2],
    ['clock', 'clock', 0],
  ])('%s', (name, scope, code) => {
    expect(exitOf([outcome(done)], [lock(name, scope)])).toBe(code)
  })
})

/** Launched is launched; whether it starts is only known to who waited. */
describe('what was seen of launched runs', () => {
  test.each<[string, Progress | undefined, ApplyExit]>([
    ['runs', { is: 'running', pods: 1, of: 1 }, 0],
    ['waits for room, and starts by itself', { is: 'queued', why: { code: 'not-looked-at', args: {} } }, 0],
    ['does not start by itself', { is: 'refused', why: { code: 'resource-unknown', args: { resource: 'x' } } }, 2],
    ['failed, as its own program wanted', { is: 'ended', end: 'failed' }, 0],
    ['the cluster did not tell', undefined, 0],
  ])('%s', (_, progress, code) => {
    expect(exitOf([outcome(done)], [], [watched(progress)])).toBe(code)
  })

  test('a fault of ours comes before one of theirs', () => {
    const inVain = watched({ is: 'refused', why: { code: 'disk-missing', args: { claim: 'x' } } })
    expect(exitOf([outcome({ ending: 'interrupted' })], [], [inVain])).toBe(1)
  })
})
