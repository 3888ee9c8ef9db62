import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Source } from '../model/request.ts'
import { createLocator, type Anchor } from './locator.ts'

const snippets = [
  `import { session } from '#lab'`,
  `import { data } from './data.ts'`,
  `import * as all from './dev'`,
  `const base = { ...base, gpu: '1xA100', [base.gpu]: 1 }`,
  `export const data = { ...all.data, spec: { ...data.spec } }, run = session('run', { ...base, mounts: [data] })`,
  `export default [1].map((n) => session('x', { gpu: n, env: { ['__proto__']: [,1] } }))`,
  `function make() { return make(...[data], make) }`,
  `export { data as default } from './data.ts'`,
  `class C extends make() { static { session?.(...base) } }`,
  `😀漢é`,
  `enum E { A }`,
  '`${',
  '\u2028\r\t({[',
]

const text = fc
  .array(fc.oneof(fc.constantFrom(...snippets), fc.string({ unit: 'binary' })), { maxLength: 8 })
  .map((lines) => lines.join('\n'))
const number = fc.oneof(fc.integer({ min: -2, max: 60 }), fc.double())
const step = fc.oneof(
  fc.constantFrom('spec', 'gpu', 'data', 'mounts', '__proto__', 'constructor', 0, 1, -1),
  fc.string(),
)
const file = fc.constantFrom('users/eve/dev.ts', 'users/eve/data.ts', '/etc/passwd', 'users/alice/dev.ts')
const position = fc.record({ file, line: number, column: number })
const path = fc.array(step, { maxLength: 5 })
const aim = fc.constantFrom('key', 'value', 'inside')
const origin = fc.record(
  {
    file,
    export: fc.constantFrom('default', 'data', 'run', '__proto__'),
    index: number,
    template: fc.constantFrom('session', '__proto__'),
    call: position,
  },
  { requiredKeys: ['file', 'export'] },
)
const anchor = fc.oneof(
  fc.record({ kind: fc.constant('call'), call: position, path, aim }),
  fc.record({ kind: fc.constant('manifest'), origin, path, aim }),
) as fc.Arbitrary<Anchor>

function folder(dev: string, data: string): readonly Source[] {
  return [
    { name: 'dev.ts', file: 'users/eve/dev.ts', text: dev },
    { name: 'data.ts', file: 'users/eve/data.ts', text: data },
  ]
}

const kindOfDefault: Anchor = {
  kind: 'manifest',
  origin: { file: 'users/eve/dev.ts', export: 'default' },
  path: ['kind'],
}

function blank(code: string): string {
  return code.replace(/satisfies .*/, (types) => ' '.repeat(types.length))
}

test('whatever the files and the anchors hold, the place is in a file of the folder, and inside its text', () => {
  fc.assert(
    fc.property(text, text, fc.array(anchor, { maxLength: 8 }), (dev, data, anchors) => {
      const sources = folder(dev, data)
      const locate = createLocator(sources, { session: { 'spec.*': '1.gpu' } })
      for (const one of anchors) {
        const place = locate(one)
        const lines = sources.find((source) => source.file === place.file)?.text.split('\n')
        expect(lines).toBeDefined()
        if (place.line === undefined) continue
        expect(lines?.[place.line - 1]?.length).toBeGreaterThanOrEqual((place.column ?? 0) - 1)
        expect(lines?.[(place.endLine ?? 0) - 1]?.length).toBeGreaterThanOrEqual((place.endColumn ?? 0) - 1)
      }
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['what breaks Node’s stripper for good', `export default ${'['.repeat(1_000)}${']'.repeat(1_000)}`],
  ['what Node’s stripper never ends', `export default ${'(a?: <T>(b?: '.repeat(24)}`],
  ['nested deeper than a stack', `export default ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ['calls in calls', `export default ${'f('.repeat(2_000)}${')'.repeat(2_000)}`],
  [
    'spreads that double',
    Array.from({ length: 60 }, (_, n) => `const a${n + 1} = { ...a${n}, ...a${n} }`).join('\n') +
      '\nexport default { ...a60 }',
  ],
  ['names in a circle', `const a = b, b = a\nexport default { ...a.b.c, ...b }`],
  ['a function that returns itself', `const f = () => f()\nexport default f()`],
  ['one name ten thousand times', 'export default a\n' + '{ const a = a }\n'.repeat(10_000)],
])('%s ends, and in the file', (_, dev) => {
  const locate = createLocator(folder(dev, ''), {})
  const place = locate(kindOfDefault)
  expect(place.file).toBe('users/eve/dev.ts')
})

test('a locator still works after all that', () => {
  const dev = `export default { kind: 'Pot' } satisfies Pod`
  const locate = createLocator(folder(dev, ''), {})
  const place = locate(kindOfDefault)
  expect(place).toMatchObject({ line: 1, column: 24, endColumn: 29 })
})

test('types can be taken out by somebody who knows better', () => {
  const dev = `export default { kind: 'Pot' } satisfies ${'Pod<'.repeat(20)}1${'>'.repeat(20)}`
  expect(createLocator(folder(dev, ''), {})(kindOfDefault)).toEqual({ file: 'users/eve/dev.ts' })
  expect(createLocator(folder(dev, ''), {}, blank)(kindOfDefault)).toMatchObject({ line: 1, column: 24, endColumn: 29 })
})
