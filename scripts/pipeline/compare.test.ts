import { describe, expect, test } from 'vitest'
import { finding, type Finding } from '../model/finding.ts'
import { compareFindings } from './compare.ts'

const at = (file: string, line: number, message = 'x'): Finding =>
  finding('threw', { message }, { file: `users/alice/${file}`, line })

describe('what a change brought', () => {
  test.each<[string, readonly Finding[], readonly Finding[], { fresh: number; standing: number; mended: number }]>([
    ['nothing before, nothing after', [], [], { fresh: 0, standing: 0, mended: 0 }],
    ['a new one', [], [at('a.ts', 1)], { fresh: 1, standing: 0, mended: 0 }],
    ['the same one', [at('a.ts', 1)], [at('a.ts', 1)], { fresh: 0, standing: 1, mended: 0 }],
    ['the same one, further down', [at('a.ts', 1)], [at('a.ts', 9)], { fresh: 0, standing: 1, mended: 0 }],
    ['the same words in another file', [at('a.ts', 1)], [at('b.ts', 1)], { fresh: 1, standing: 0, mended: 1 }],
    ['twice where it was once', [at('a.ts', 1)], [at('a.ts', 1), at('a.ts', 2)], { fresh: 1, standing: 1, mended: 0 }],
    ['other numbers', [at('a.ts', 1, '5')], [at('a.ts', 1, '6')], { fresh: 1, standing: 0, mended: 1 }],
  ])('%s', (_, before, after, expected) => {
    const { fresh, standing, mended } = compareFindings(before, after)
    expect({ fresh: fresh.length, standing, mended }).toEqual(expected)
  })
})
