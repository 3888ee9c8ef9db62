import { describe, expect, test } from 'vitest'
import type { Manifest } from '../../../scripts/model/manifest.ts'
import { drawing } from '../draw.ts'
import { kinds, makeManifest } from '../manifests/make-manifest.ts'
import { put, rename, take } from './edit.ts'
import { change, changes } from './index.ts'

const bases: readonly Manifest[] = kinds.flatMap((kind, row) =>
  Array.from({ length: 60 }, (_, index) => makeManifest(kind, drawing(row, index))),
)

describe.each(Object.entries(changes))('%s', (_, one) => {
  test('changes what it gets, most of the time, and never in place', () => {
    const results = bases.map((base, index) => {
      const before = JSON.stringify(base)
      const changed = one(base, drawing(99, index))
      expect(JSON.stringify(base)).toBe(before)
      return changed !== undefined && JSON.stringify(changed) !== before
    })
    expect(results.filter((changed) => changed).length).toBeGreaterThan(bases.length / 4)
  })
})

test('one to three changes, all kinds of them, and now and then none', () => {
  const all = bases.map((base, index) => change(base, drawing(1, index)).names)
  expect(new Set(all.flat())).toEqual(new Set([...Object.keys(changes), 'none']))
  expect(all.every((names) => names.length <= 3)).toBe(true)
  expect(all.some((names) => names.length === 3)).toBe(true)
})

describe('an edit', () => {
  const manifest = { a: { b: [1, { c: 2 }, 3] }, d: 4 }
  test.each([
    ['puts a value', put(manifest, ['a', 'b', 1, 'c'], 9), { a: { b: [1, { c: 9 }, 3] }, d: 4 }],
    ['puts a new field last', put(manifest, ['e'], 9), { ...manifest, e: 9 }],
    ['puts null', put(manifest, ['d'], null), { ...manifest, d: null }],
    ['takes a field', take(manifest, ['a', 'b', 1, 'c']), { a: { b: [1, {}, 3] }, d: 4 }],
    ['takes an item, and the others move up', take(manifest, ['a', 'b', 0]), { a: { b: [{ c: 2 }, 3] }, d: 4 }],
    ['calls a field otherwise, in its place', rename(manifest, ['a'], 'z'), { z: manifest.a, d: 4 }],
  ])('%s', (_, edited, wanted) => {
    expect(JSON.stringify(edited)).toBe(JSON.stringify(wanted))
  })
})
