import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Folder } from '../model/request.ts'
import { fileCache, folderKey } from './cache.ts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-cache-'))
  file = join(folder, 'deep', 'check.tsv')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const alice = (text: string, name = 'dev.ts'): Folder => ({
  owner: 'alice',
  sources: [{ name, file: `users/alice/${name}`, text }],
})
const key = folderKey(alice('1'))
const entries = new Map([[key, '{"a":"\\n\\t"}']])

describe('judgements that are kept', () => {
  test('come back under the same digest, and under no other', () => {
    fileCache(file, 'digest').keep(entries)
    expect(fileCache(file, 'digest').get(key)).toBe('{"a":"\\n\\t"}')
    expect(fileCache(file, 'another').get(key)).toBeUndefined()
  })

  test('are for nobody else to read or write', () => {
    fileCache(file, 'digest').keep(entries)
    expect(statSync(file).mode & 0o077).toBe(0)
  })

  test('that are wanted no longer go', () => {
    fileCache(file, 'digest').keep(entries)
    fileCache(file, 'digest').keep(new Map())
    expect(fileCache(file, 'digest').get(key)).toBeUndefined()
  })

  test.each(['', 'digest', 'digest\n', 'digest\nshort', '\0\xff', 'other\nx\ty'])(
    'a broken file (%j) is an empty one',
    (text) => {
      fileCache(file, 'digest').keep(entries)
      writeFileSync(file, text)
      expect(fileCache(file, 'digest').get(key)).toBeUndefined()
    },
  )

  test('that cannot be written are no error', () => {
    writeFileSync(join(folder, 'deep'), 'a file, no folder')
    fileCache(file, 'digest').keep(entries)
    expect(readFileSync(join(folder, 'deep'), 'utf8')).toBe('a file, no folder')
  })
})

describe('the key of a folder', () => {
  test.each<[string, Folder, Folder]>([
    ['another text', alice('1'), alice('2')],
    ['another file name', alice('1'), alice('1', 'run.ts')],
    ['another owner', alice('1'), { ...alice('1'), owner: 'bob' }],
    ['text that moves from one file to the next', two('ab', 'c'), two('a', 'bc')],
    ['text that looks like a border', two('1 users/alice/b.ts 1 x', ''), two('', '1 users/alice/b.ts 1 x')],
  ])('%s is another key', (_, one, other) => {
    expect(folderKey(one)).not.toBe(folderKey(other))
  })
})

function two(first: string, second: string): Folder {
  return { owner: 'alice', sources: [...alice(first, 'a.ts').sources, ...alice(second, 'b.ts').sources] }
}
