import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { strip } from './strip.ts'

const seconds = 5

describe('types become blanks', () => {
  test.each([
    ['an annotation', 'const a: number = 1', 'const a         = 1'],
    ['an import of types', "import type { A } from './a'\nb()", '                            \nb()'],
    ['a type among values', "import { type A, b } from '#lab'", "import {         b } from '#lab'"],
    ['as const', 'const a = [1] as const', 'const a = [1]         '],
    ['CRLF', 'let a: 1\r\nlet b: 2', 'let a   \r\nlet b   '],
    ['a large file', `${'// x\n'.repeat(2000)}let a: 1`, `${'// x\n'.repeat(2000)}let a   `],
  ])('%s', (_, text, code) => {
    expect(strip(text, seconds)).toEqual({ code })
  })

  test('wide characters in a type move nothing in the lines below', () => {
    const stripped = strip('type A = "💥漢é"; let b = 1\nlet c = 2', seconds)
    const code = 'code' in stripped ? stripped.code : ''
    expect(code.indexOf('let b')).toBe(17)
    expect(code.split('\n')[1]).toBe('let c = 2')
  })
})

describe('what is no TypeScript is placed', () => {
  test.each([
    ['by its line', 'a\n\n  (1 + ;', 10],
    ['by its column', 'let a = ;', 8],
    ['behind tabs', '\ta\tb c', 3],
    ['behind wide characters', '"漢字" b', 5],
    ['behind astral ones', '"💥" b', 5],
    ['behind marks', '"e\u0301" b', 5],
    ['after an equal line', 'let a = 1\nlet a = 1;;\nlet a = ;\nlet a = ;', 30],
    ['at the end', 'let a = {\n  b: 1\n', 16],
    ['in CRLF', '\r\n\r\nlet a = ;', 12],
    ['in a large file', `${'// x\n'.repeat(2000)}let a = ;`, 10_008],
  ])('%s', (_, text, offset) => {
    expect(strip(text, seconds)).toMatchObject({ error: { kind: 'syntax', offset } })
  })
})

describe('nothing breaks the stripper for the files after', () => {
  test.each([
    ['(', '('.repeat(60_000)],
    ['[ ]', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['{a:', `x=${'{a:'.repeat(9000)}`],
    ['functions', '(function(){'.repeat(4000)],
    ['arrows', 'a=>'.repeat(20_000)],
    ['labels', 'l:'.repeat(30_000)],
    ['not', `${'!'.repeat(60_000)}1`],
    ['types', `type A = ${'A<'.repeat(30_000)}`],
    ['templates', '`${'.repeat(20_000)],
    ['if', 'if(1)'.repeat(12_000)],
    ['less', 'a<'.repeat(30_000)],
    ['a sum', `${'1+'.repeat(30_000)}1`],
    ['members', `a${'.a'.repeat(30_000)}`],
    ['hidden from a counter', '(/[)]/,'.repeat(2000)],
    ['hidden in comments', '(/*)*/'.repeat(2000)],
  ])('%s', (_, text) => {
    expect(() => strip(text, seconds)).not.toThrow()
    expect(strip('let a: 1', seconds)).toEqual({ code: 'let a   ' })
    expect(strip(`${'// x\n'.repeat(2000)}let a: 1`, seconds)).toHaveProperty('code')
  })
})

test('nobody is told that stripping is experimental, and every other warning is heard', () => {
  const script = `
    const { strip } = await import(${JSON.stringify(new URL('strip.ts', import.meta.url).href)})
    strip('let a: 1', 5)
    strip('// x\\n'.repeat(2000), 5)
    process.emitWarning('another', 'ExperimentalWarning')`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  })
  expect(stdout).toBe('')
  expect(stderr.split('\n')[0]).toMatch(/ExperimentalWarning: another$/)
})
