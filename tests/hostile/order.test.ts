import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kinds } from './cases/index.ts'
import { createEvaluator, honest } from './evaluator.ts'

const [one, other] = await Promise.all([createEvaluator(), createEvaluator()])

/** Everything that does not run until it is stopped: those are in `alone.test.ts`. */
const quick = kinds.filter(([kind]) => kind !== 'running on' && kind !== 'texts').flatMap(([, cases]) => cases)
const files = [...quick.map(([, text]) => text), honest]

describe('the same files give the same bytes', () => {
  test('in any order, in any sandbox, however often', () => {
    const alone = files.map((text) => JSON.stringify(one(text)))
    const order = fc.array(fc.nat(files.length - 1), { minLength: 2, maxLength: 30 })
    fc.assert(
      fc.property(order, fc.boolean(), (indexes, first) => {
        const evaluate = first ? one : other
        const bytes = indexes.map((index) => JSON.stringify(evaluate(files[index] ?? '')))
        expect(bytes).toEqual(indexes.map((index) => alone[index]))
      }),
      { numRuns: 60 },
    )
  })

  /** A `<` has the types taken out first, also where there are none. */
  test('whether they are run as they are written or not', () => {
    const differing = files.filter((text) => {
      const all = typeof text === 'string' ? { 'dev.ts': text } : text
      const marked = Object.fromEntries(Object.entries(all).map(([name, own]) => [name, `${own}\n//<`]))
      return JSON.stringify(one(marked)) !== JSON.stringify(one(text))
    })
    expect(differing).toEqual([])
  })

  test('in a process that stays as it was', () => {
    const before = traces()
    for (const text of files) one(text)
    expect(traces()).toEqual(before)
  })
})

/** What a program could change in ours. */
function traces(): unknown {
  const names = [
    globalThis,
    Object.prototype,
    Array.prototype,
    Function.prototype,
    String.prototype,
    Promise.prototype,
    JSON,
  ]
  return {
    names: names.map((object) => Reflect.ownKeys(object).map(String)),
    frozen: names.map((object) => Object.isFrozen(object)),
    process: [process.cwd(), process.exitCode, process.title, process.argv.join(' '), JSON.stringify(process.env)],
    listeners: process.eventNames().map((name) => [String(name), process.listenerCount(name)]),
  }
}
