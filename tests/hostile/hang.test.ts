import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { describe, expect, test } from 'vitest'
import { createEvaluator, honest, outcomeOf } from './evaluator.ts'

/** Work inside one function of the engine, which asks nobody whether to go on: nothing in the same thread can stop it. */
const endless: readonly (readonly [attempt: string, text: string])[] = [
  ['a list that says it is long', '[].indexOf.call({ length: 2 ** 53 - 1 }, 1)'],
  ['the same, joined', '[].join.call({ length: 2 ** 53 - 1 }, "")'],
  ['the same, sorted', '[].sort.call({ length: 2 ** 53 - 1 })'],
  ['a list with a far end', 'const a = []\na[2 ** 32 - 2] = 1\na.indexOf(2)'],
  ['text searched for text', '"a".repeat(4e6).indexOf("a".repeat(2e6) + "b")'],
  ['text compared again and again', 'const [a, b] = ["b", "c"].map((x) => "a".repeat(3e6) + x)\nfor (;;) a === b'],
]

describe.each(endless)('%s', (_, text) => {
  test('ends with its thread', async () => {
    const worker = new Worker(new URL('hang.fixture.ts', import.meta.url))
    await once(worker, 'message')
    worker.postMessage(text)
    await once(worker, 'message')
    let answered = false
    worker.once('message', () => (answered = true))
    await setTimeout(300)
    await worker.terminate()
    expect(answered).toBe(false)
  })
})

/** The stripper of types stalls: that is ended from within, for it runs in a thread of its own. */
describe('types that take exponential time', () => {
  test.each([
    ['arrows after question marks', 'a?(b):c=>'.repeat(40)],
    ['generic arrows', '<T>('.repeat(40)],
    ['generic objects', '<T>{a:'.repeat(40)],
  ])('%s', async (_, text) => {
    const evaluate = await createEvaluator({ seconds: 0.5 })
    expect(outcomeOf(evaluate(text))).toEqual(['code-tangled'])
    expect(outcomeOf(evaluate(honest))).toEqual(['PersistentVolumeClaim/alice-data', 'Pod/alice-dev'])
  })
})
