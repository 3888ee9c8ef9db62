import { expect, test } from 'vitest'
import type { Answer, Ask } from '../model/ask.ts'
import type { Wanted } from '../model/desired.ts'
import type { Plan } from '../model/plan.ts'
import type { World } from '../model/world.ts'
import { askFirst } from './ask-first.ts'

const demand = { gpus: 0, byResource: {} }
const wanted: Wanted = {
  key: 'Pod/alice-x',
  owner: 'alice',
  request: 'alice/x',
  file: 'users/alice/x.ts',
  manifest: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'alice-x' }, spec: {} },
  run: 1,
  incarnation: 1,
  digest: 'd',
  demand,
  needs: [],
  ticket: [1, 'users/alice/x.ts', 0],
}
const use = { now: demand, after: demand, limit: 1, hoursNow: 0, hoursAfter: 0 }
const plan: Plan = {
  steps: [{ key: 'Pod/alice-x', member: 'alice', operation: 'launch', args: {}, wanted }],
  locks: [],
  members: {},
  lab: use,
  line: [],
}
const world: World = { ledger: { state: 'absent' }, inventories: new Map(), objects: [], unread: [] }
const asking = { marking: { lab: 'lab', commit: 'c' }, plan: () => plan, concerns: () => true }

/** What is asked, and what is thought of it in the end. */
function heard(answers: readonly Answer[]): { readonly asks: readonly Ask[]; readonly verdict: unknown } {
  const work = askFirst(world, new Map(), asking)
  const asks: Ask[] = []
  const said = answers.values()
  let next = work.next()
  while (!next.done) {
    const effect = next.value
    if (effect.effect !== 'send') throw new Error(effect.effect)
    asks.push(...effect.asks)
    next = work.next({ effect: 'send', answers: effect.asks.map(() => said.next().value ?? { said: 'not-sent' }) })
  }
  return { asks, verdict: next.value.verdicts.get('Pod/alice-x') }
}

const unknown: Answer = { said: 'unknown', message: 'broken' }
const done: Answer = { said: 'done', object: {} }

test.each<[string, readonly Answer[], number, object]>([
  ['answered', [done], 1, { says: 'fits' }],
  ['answered at the third time', [unknown, unknown, done], 3, { says: 'fits' }],
  ['never answered', [unknown, unknown, unknown, done], 3, { says: 'refuse', refusal: 'could-not-tell' }],
])('a question that is %s', (_, answers, times, verdict) => {
  const { asks, verdict: thought } = heard(answers)
  expect(asks).toHaveLength(times)
  expect(asks.every((ask) => 'dryRun' in ask && ask.dryRun)).toBe(true)
  expect(thought).toMatchObject(verdict)
})
