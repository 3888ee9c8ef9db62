import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createProgress } from './progress.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function terminal(isTTY = true): { isTTY: boolean; written: string[]; write: (text: string) => void } {
  const written: string[] = []
  return { isTTY, written, write: (text) => void written.push(text) }
}

test('says nothing in the first second', () => {
  const stream = terminal()
  const progress = createProgress(stream, {})
  vi.advanceTimersByTime(999)
  progress(1, 2)
  progress(2, 2)
  expect(stream.written).toEqual([])
})

test('then shows one line, ten times a second at most, and wipes it at the end', () => {
  const stream = terminal()
  const progress = createProgress(stream, {})
  vi.advanceTimersByTime(1000)
  for (let done = 1; done <= 30; done++) {
    progress(done, 30)
    vi.advanceTimersByTime(50)
  }
  expect(stream.written).toHaveLength(16)
  expect(stream.written.slice(0, 2)).toEqual(['\r\u001b[Kchecking 1/30', '\r\u001b[Kchecking 3/30'])
  expect(stream.written.at(-1)).toBe('\r\u001b[K')
})

test('names what goes on', () => {
  const stream = terminal()
  const progress = createProgress(stream, {}, 'reading')
  vi.advanceTimersByTime(1000)
  progress(1, 2)
  expect(stream.written).toEqual(['\r\u001b[Kreading 1/2'])
})

test.each([
  ['a pipe', false, {}],
  ['a dumb terminal', true, { TERM: 'dumb' }],
  ['CI', true, { CI: 'true' }],
])('says nothing to %s', (_, isTTY, env) => {
  const stream = terminal(isTTY)
  const progress = createProgress(stream, env)
  vi.advanceTimersByTime(5000)
  progress(1, 2)
  progress(2, 2)
  expect(stream.written).toEqual([])
})
