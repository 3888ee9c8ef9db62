import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commandIn } from './command-in.ts'

const ask = '0123456789abcdef0123456789abcdef'
const line = `/grant ${ask} until=2026-12-10`
const given = { verb: 'grant', ask, until: '2026-12-10' }
const unsaid = { ...given, reason: 'no reason was written' }

describe('a command is the whole first line of a comment', () => {
  test.each<[what: string, text: string, expected: unknown]>([
    ['a grant', line, unsaid],
    ['with its reason', `${line}\n\n8-way FSDP of 13B\nsee #4`, { ...given, reason: '8-way FSDP of 13B\nsee #4' }],
    ['as browsers send it', `${line}\r\nfor\r\ntwo`, { ...given, reason: 'for\ntwo' }],
    ['spaces behind it', `${line}  \r\n`, unsaid],
    ['a day that is none is for later', `/grant ${ask} until=friday`, { ...unsaid, until: 'friday' }],
    ['a question', '/ask why eight?\nmore', { verb: 'ask' }],
    ['the pull request itself', '/cancel', { verb: 'cancel' }],
    ['a request', '/cancel Carol-X/llm.v2', { verb: 'cancel', request: 'Carol-X/llm.v2' }],
    ['the second of two is talk', '/cancel\n/cancel carol/llm', { verb: 'cancel' }],
    ['a second grant is the reason of the first', `${line}\n${line}`, { ...given, reason: line }],
  ])('%s', (_, text, expected) => {
    expect(commandIn(text)).toEqual(expected)
  })
})

describe('everything else is talk', () => {
  test.each<[what: string, text: string]>([
    ['nothing', ''],
    ['words', 'could you /grant this?'],
    ['quoted', `> ${line}`],
    ['quoted and answered', `> ${line}\n\nno`],
    ['in code', `\`${line}\``],
    ['in a block of code', `\`\`\`\n${line}\n\`\`\``],
    ['indented', ` ${line}`],
    ['behind a tab', `\t${line}`],
    ['behind a byte order mark', `\ufeff${line}`],
    ['behind an empty line', `\n${line}`],
    ['a later line', `please\n${line}`],
    ['behind a carriage return alone', `please\r${line}`],
    ['another word', '/granted'],
    ['no word', '/ grant'],
    ['in capitals', line.replace('/grant', '/GRANT')],
    ['with a Cyrillic а', line.replace('a', 'а')],
    ['with a full-width slash', line.replace('/', '／')],
    ['with a division slash', line.replace('/', '∕')],
    ['a zero-width space in it', line.replace('gr', 'g\u200br')],
    ['a no-break space behind the word', line.replace(' ', '\u00a0')],
    ['in a comment of HTML', `<!--\n${line}\n-->`],
    ['100 kB of it', 'x'.repeat(100_000)],
  ])('%s', (_, text) => {
    expect(commandIn(text)).toBeUndefined()
  })
})

describe('what begins as a command and is none is said', () => {
  test.each<[text: string, verb: string]>([
    ['/grant', 'grant'],
    ['/grant all', 'grant'],
    [`/grant ${ask}`, 'grant'],
    [`/grant ${ask} until 2026-12-10`, 'grant'],
    [`/grant ${ask} until=2026-12-10 please`, 'grant'],
    [`/grant  ${ask} until=2026-12-10`, 'grant'],
    [`/grant ${ask.toUpperCase()} until=2026-12-10`, 'grant'],
    [`/grant ${ask} until=\u202e01-21-6202 x`, 'grant'],
    [`/grant ${'a'.repeat(100_000)} until=2026-12-10`, 'grant'],
    [`/grant ${ask} until=${'9'.repeat(100_000)}`, 'grant'],
    ['/ask', 'ask'],
    ['/ask   ', 'ask'],
    ['/cancel everything', 'cancel'],
    ['/cancel carol/../bob/dev', 'cancel'],
    ['/cancel carol/llm.ts extra', 'cancel'],
    ['/cancel users/carol/llm', 'cancel'],
    ['/cancel carol/LLM', 'cancel'],
  ])('%s', (text, misspelt) => {
    expect(commandIn(text)).toEqual({ misspelt })
  })
})

test('no text is too long or too odd: the reason has its length, the rest its form', () => {
  const odd = fc.oneof(fc.string({ unit: 'binary', maxLength: 3000 }), fc.string())
  fc.assert(
    fc.property(odd, (rest) => {
      const command = commandIn(`${line}\n${rest}`)
      if (command === undefined || !('verb' in command) || command.verb !== 'grant') throw new Error('no grant')
      expect(command.reason.length).toBeGreaterThan(0)
      expect(command.reason.length).toBeLessThanOrEqual(2000)
      expect(command.reason.isWellFormed()).toBe(true)
    }),
  )
})

test('100 kB of reason are cut, in no time', () => {
  expect(commandIn(`${line}\n${'reason '.repeat(20_000)}`)).toMatchObject({ verb: 'grant' })
})
