import { expect, test } from 'vitest'
import { wantsColor } from './wants-color.ts'

const terminal = { isTTY: true }
const pipe = {}

test.each([
  ['a terminal', terminal, {}, true],
  ['a pipe', pipe, {}, false],
  ['a file, as some streams say it', { isTTY: false }, {}, false],
  ['a dumb terminal', terminal, { TERM: 'dumb' }, false],
  ['a terminal, colour refused', terminal, { NO_COLOR: '1' }, false],
  ['refused by any word', terminal, { NO_COLOR: 'false' }, false],
  ['an empty refusal is none', terminal, { NO_COLOR: '' }, true],
  ['a pipe, colour forced', pipe, { FORCE_COLOR: '1' }, true],
  ['forced by the empty word', pipe, { FORCE_COLOR: '' }, true],
  ['forced off', terminal, { FORCE_COLOR: '0' }, false],
  ['forced off in words', terminal, { FORCE_COLOR: 'false' }, false],
  ['forced and refused', pipe, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ['forced on a dumb terminal', terminal, { FORCE_COLOR: '3', TERM: 'dumb' }, true],
])('%s', (_, stream, env, wanted) => {
  expect(wantsColor(stream, env)).toBe(wanted)
})
