import { expect, test } from 'vitest'
import { createEngine } from './engine.ts'
import { keepState } from './kept-state.ts'

const { quickjs, memory, renew } = await createEngine()
const context = quickjs.newContext()
context.runtime.setMaxStackSize(48 * 1024)
context.runtime.setMemoryLimit(8 * 2 ** 20)
context.unwrapResult(context.evalCode('globalThis.kept = "kept"'))
const restore = keepState(context, memory)
const clean = Buffer.from(memory.buffer.slice(0))

test.each([
  ['a value', 'globalThis.left = "left"'],
  ['much memory', 'globalThis.left = []; for (let i = 0; i < 1e5; i++) left.push({ i })'],
  ['more memory than there is', 'globalThis.left = "x"; for (;;) left += left + "y"'],
  ['a deep stack', 'const f = () => f() + 1; try { f() } catch {}'],
  [
    'a deep stack of the engine',
    'let a = []; for (let i = 0; i < 1e5; i++) a = [a]; try { a.flat(Infinity) } catch {}',
  ],
  [
    'a stack that nobody watches',
    'let it = [1].values(); for (let i = 0; i < 1500; i++) it = it.map((x) => x); it.next()',
  ],
  ['a polluted prototype', 'Array.prototype.left = Object.prototype.left = 1'],
  ['pending callbacks', 'for (let i = 0; i < 1000; i++) Promise.resolve().then(() => (globalThis.left = i))'],
])('not one byte is left of %s', (_, code) => {
  context.evalCode(code)
  restore()
  expect(clean.compare(new Uint8Array(memory.buffer))).toBe(0)
  expect(context.dump(context.unwrapResult(context.evalCode('[kept, typeof left]')))).toEqual(['kept', 'undefined'])
  restore()
})

test('nor of a trap, which leaves the stack pointer astray', () => {
  const helpers = 'let it = [1].values(); for (let i = 0; i < 20000; i++) it = it.map((x) => x); it.next()'
  for (let times = 0; times < 20; times++) {
    expect(() => context.evalCode(helpers)).toThrow(RangeError)
    restore()
    renew()
    restore()
  }
  expect(context.dump(context.unwrapResult(context.evalCode('kept')))).toBe('kept')
  restore()
  expect(clean.compare(new Uint8Array(memory.buffer))).toBe(0)
})
