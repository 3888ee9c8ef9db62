import { expect, test } from 'vitest'
import { remembered } from './remembered.ts'

function counted(answer: (text: string) => string | undefined) {
  const read: string[] = []
  const ask = remembered((text) => {
    read.push(text)
    return answer(text)
  })
  return { ask, read }
}

test.each<[what: string, texts: readonly string[], answer: (text: string) => string | undefined, readings: number]>([
  ['the same text is read once', ['a', 'a', 'a'], (text) => text, 1],
  ['each text has its own answer', ['a', 'b', 'a', 'b'], (text) => text, 2],
  ['an empty answer is an answer', ['a', 'a'], () => '', 1],
  ['no answer is no memory', ['a', 'a'], () => undefined, 2],
  ['a long text is not kept', ['a'.repeat(257), 'a'.repeat(257)], (text) => text, 2],
  ['names of properties of every object are texts like others', ['constructor', '__proto__'], (text) => text, 2],
])('%s', (_, texts, answer, readings) => {
  const { ask, read } = counted(answer)
  expect(texts.map(ask)).toEqual(texts.map(answer))
  expect(read).toHaveLength(readings)
})

test('whoever writes many texts makes it forget, and not grow', () => {
  const { ask, read } = counted((text) => text)
  for (const text of ['a', ...Array.from({ length: 4096 }, (_, index) => String(index)), 'a'])
    expect(ask(text)).toBe(text)
  expect(read.filter((text) => text === 'a')).toHaveLength(2)
})
