import { describe, expect, test } from 'vitest'
import lab from '../../lab.config.ts'
import type { Folder } from '../model/request.ts'
import { createSandbox } from './index.ts'

/** A house of one template, so that these rows speak of the sandbox and not of the lab's templates. */
const templates = new Map([
  [
    'context.ts',
    'export let current\nexport const context = () => current\nexport const enter = (next) => { current = next }',
  ],
  [
    'made.ts',
    `export const origin = Symbol.for('lab.origin')
     export const calls = []
     export const made = (template, manifest, faults) => {
       const call = { template, stack: new Error().stack, faults }
       calls.push(call)
       return Object.assign(manifest, { [origin]: call })
     }`,
  ],
  [
    'index.ts',
    `import lab from '#lab/config'
     import { context } from './context.ts'
     import { made } from './made.ts'
     export const box = (name: string) =>
       made('box', { apiVersion: 'v1', kind: 'Box', metadata: { name, context: context() }, lab: lab.namespace }, [])
     export const config = () => lab`,
  ],
])
const sandbox = await createSandbox({ lab, templates })

function evaluate(files: Readonly<Record<string, string>>, name = 'dev', owner = 'Alice', using = sandbox) {
  const sources = Object.entries(files).map(([file, text]) => ({ name: file, file: `users/${owner}/${file}`, text }))
  const folder: Folder = { owner, sources }
  return using.evaluate(folder, { owner, name, file: `users/${owner}/${name}.ts` }, { prefix: 'al' })
}

const box = "import { box } from '#lab'\n"

describe('what a template is told', () => {
  test('who asks, for what, and what the lab is', () => {
    const { objects } = evaluate({ 'dev.ts': `${box}export default box('a')` })
    const context = { owner: 'Alice', prefix: 'al', request: 'Alice/dev', file: 'users/Alice/dev.ts' }
    expect(objects[0]?.manifest).toEqual({
      apiVersion: 'v1',
      kind: 'Box',
      metadata: { name: 'a', context },
      lab: lab.namespace,
    })
  })

  test.each([
    ['the lab itself', 'config().namespace = 1'],
    ['a list in it', "config().admins.push('mallory')"],
    ['a row of it', 'config().members.mallory = {}'],
  ])('and cannot change %s', (_, deed) => {
    const { findings } = evaluate({ 'dev.ts': `import { config } from '#lab'\n${deed}` })
    expect(findings.map(({ code }) => code)).toEqual(['threw'])
  })
})

interface From {
  readonly export: string
  readonly index?: number
  readonly call?: readonly [line: number, column: number]
}

describe('where a manifest comes from', () => {
  test.each<[string, string, From]>([
    ['a default export', `${box}export default box('a')`, { export: 'default', call: [2, 19] }],
    ['a name', `${box}\nexport const it =\n  box ('a')`, { export: 'it', call: [4, 7] }],
    ['a list', `${box}export const all = ['a'].map((n) => box(n))`, { export: 'all', index: 0, call: [2, 40] }],
    [
      'behind astral characters, which count once',
      `${box}const s = '💥'; export default box('a')`,
      { export: 'default', call: [2, 34] },
    ],
    ['by hand', "export default { apiVersion: 'v1', kind: 'A' }", { export: 'default' }],
    ['spread', `${box}export default { ...box('a'), x: 1 }`, { export: 'default', call: [2, 24] }],
  ])('%s', (_, text, { call, ...of }) => {
    const [object] = evaluate({ 'dev.ts': text }).objects
    const file = 'users/Alice/dev.ts'
    const from = call && { template: 'box', call: { file, line: call[0], column: call[1] } }
    expect(object?.origin).toEqual({ file, ...of, ...from })
  })

  test('a call in a helper is placed in the helper', () => {
    const files = {
      '_a.ts': `${box}export const make = () => box('a')`,
      'dev.ts': "import { make } from './_a'\nexport default make()",
    }
    expect(evaluate(files).objects[0]?.origin.call).toMatchObject({ file: 'users/Alice/_a.ts', line: 2 })
  })

  test('exports come in the order of their names, elements in that of their list', () => {
    const text = `${box}export const b = box('b')\nexport default box('d')\nexport const a = [box('2'), box('1')]`
    const order = evaluate({ 'dev.ts': text }).objects.map(({ origin }) => [origin.export, origin.index])
    expect(order).toEqual([
      ['a', 0],
      ['a', 1],
      ['b', undefined],
      ['default', undefined],
    ])
  })
})

test('every finding names its request', () => {
  expect(evaluate({ 'dev.ts': '' }).findings[0]?.request).toBe('Alice/dev')
})

test('nothing that is reachable can be changed, but for the namespace of the request itself', () => {
  const walk = `
    import * as lab from '#lab'
    const open = [globalThis, lab.box, lab.config, function* () {}, async () => {}, async function* () {}, [].values(),
      ''[Symbol.iterator](), ''.matchAll(/a/g), new Map().entries(), new Set().values(), Iterator.from({ next() {} }), [].values().map((x) => x)]
    const mine = new Set(open.slice(3))
    const seen = new Set()
    const loose = []
    for (const next of open) {
      if ((typeof next !== 'object' && typeof next !== 'function') || next === null || seen.has(next)) continue
      seen.add(next)
      if (!Object.isFrozen(next) && !mine.has(next)) loose.push(Object.prototype.toString.call(next))
      open.push(Object.getPrototypeOf(next))
      for (const key of Reflect.ownKeys(next)) {
        const own = Object.getOwnPropertyDescriptor(next, key)
        if (!mine.has(next)) open.push(own.value, own.get, own.set)
      }
    }
    export default { apiVersion: 'v1', kind: 'A', loose, seen: seen.size }`
  expect(evaluate({ 'dev.ts': walk }).objects[0]?.manifest).toMatchObject({
    loose: [],
    seen: expect.toSatisfy((n) => n > 400),
  })
})

describe('limits', () => {
  test('time is a second belt: then nobody knows', async () => {
    const hasty = await createSandbox({ lab, templates }, { seconds: 0 })
    const { findings } = evaluate({ 'dev.ts': '\nfor (;;);' }, 'dev', 'Alice', hasty)
    expect(findings).toMatchObject([{ code: 'took-too-long', args: { seconds: 0 }, place: { line: 2, column: 1 } }])
  })

  test("where V8's own stack runs out, the file is at fault and the next is as ever", async () => {
    const deep = await createSandbox({ lab, templates }, { stack: 4 * 2 ** 20 })
    const honest = { 'dev.ts': `${box}export default box('a')` }
    const before = evaluate(honest, 'dev', 'Alice', deep)
    for (let times = 0; times < 5; times++) {
      const { findings } = evaluate({ 'dev.ts': 'const f = () => [1].map(f)\nf()' }, 'dev', 'Alice', deep)
      expect(findings.map(({ code }) => code)).toEqual(['out-of-stack'])
      expect(evaluate(honest, 'dev', 'Alice', deep)).toEqual(before)
    }
  })

  test('steps are counted, not timed', async () => {
    const text = 'let i = 0\nwhile (i < 200_000) i++\nexport default { apiVersion: "v1", kind: "A", i }'
    const told = await Promise.all(
      [100_000, 1_000_000].map(async (steps) => {
        const { findings } = evaluate(
          { 'dev.ts': text },
          'dev',
          'Alice',
          await createSandbox({ lab, templates }, { steps }),
        )
        return findings.map(({ code, args }) => ({ code, args }))
      }),
    )
    expect(told).toEqual([[{ code: 'out-of-steps', args: { limit: 100_000 } }], []])
  })
})
