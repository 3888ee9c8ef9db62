import { expect, test } from 'vitest'
import { drawing } from './draw.ts'

const many = Array.from({ length: 2000 }, (_, index) => index)

function drawn(seed: number, index: number): string {
  const { int } = drawing(seed, index)
  return many.map(() => int(0, 1e9)).join()
}

test('the same seed and index draw the same, another draws otherwise', () => {
  expect(drawn(1, 2)).toBe(drawn(1, 2))
  expect(new Set([drawn(1, 2), drawn(1, 3), drawn(2, 2), drawn(0, 0), drawn(0, 1)]).size).toBe(5)
})

test('every number between the bounds comes, about as often as any other, also as the first of many seeds', () => {
  const ofOne = drawing(7, 0)
  for (const draw of [() => ofOne.int(-2, 2), (index: number) => drawing(7, index).int(-2, 2)]) {
    const counts = Map.groupBy(many.map(draw), (value) => value)
    expect([...counts.keys()].sort((one, other) => one - other)).toEqual([-2, -1, 0, 1, 2])
    expect([...counts.values()].every(({ length }) => length > 320 && length < 480)).toBe(true)
  }
})

test('some of a list are different ones, in its order', () => {
  const { some } = drawing(1, 1)
  const lists = many.map(() => some(['a', 'b', 'c', 'd'], 1, 3).join(''))
  expect(new Set(lists)).toEqual(
    new Set(['a', 'b', 'c', 'd', 'ab', 'ac', 'ad', 'bc', 'bd', 'cd', 'abc', 'abd', 'acd', 'bcd']),
  )
  expect(some(['a'], 2, 5)).toEqual(['a'])
})

test('there is nothing to pick from nothing', () => {
  expect(() => drawing(1, 1).pick([])).toThrow('nothing to pick from')
})
