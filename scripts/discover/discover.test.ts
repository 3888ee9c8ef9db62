import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { discover } from './index.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'discover-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function put(path: string, content: string | Uint8Array = 'export {}\n', mode = 0o644): void {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
  chmodSync(file, mode)
}

const look = () => discover(root, { shownRoot: 'users' })

/** Findings as `code file:line:column`. */
function told(): readonly string[] {
  return look().findings.map(({ code, place }) => {
    const at = place.line === undefined ? '' : `:${place.line}:${place.column}`
    return `${code} ${place.file}${at}`
  })
}

const names = (): readonly string[] => look().folders.flatMap(({ sources }) => sources.map(({ file }) => file))

describe('what is there', () => {
  test('folders and files come in the order of their names, called as people know them', () => {
    for (const path of ['bob/b.ts', 'alice/z.ts', 'alice/_a.ts', 'alice/a-1.ts', 'alice/a.ts', 'Zoe/a.ts']) put(path)
    put('tsconfig.json', '{}')
    expect(names()).toEqual([
      'users/Zoe/a.ts',
      'users/alice/_a.ts',
      'users/alice/a-1.ts',
      'users/alice/a.ts',
      'users/alice/z.ts',
      'users/bob/b.ts',
    ])
    expect(told()).toEqual([])
  })

  test('texts come as they are, line ends, wide characters and replacement characters included', () => {
    const text = "a\r\nb = '💥漢\ufffd'\n"
    put('alice/dev.ts', text)
    expect(look().folders).toEqual([
      { owner: 'alice', sources: [{ name: 'dev.ts', file: 'users/alice/dev.ts', text }] },
    ])
    expect(told()).toEqual([])
  })

  test('a folder without requests is none', () => {
    mkdirSync(join(root, 'alice'))
    expect(look()).toEqual({ folders: [], findings: [] })
  })

  test('a root that is not there is our fault', () => {
    expect(() => discover(join(root, 'no'), { shownRoot: 'users' })).toThrow('ENOENT')
  })
})

describe('what may not be there is told, and read by nobody', () => {
  test.each<[string, () => void, readonly string[]]>([
    [
      'a link to a file outside',
      () => symlinkSync('/etc/passwd', join(root, 'alice/x.ts')),
      ['file-link users/alice/x.ts'],
    ],
    ['a link to a file beside', () => symlinkSync('dev.ts', join(root, 'alice/x.ts')), ['file-link users/alice/x.ts']],
    ['a link to nowhere', () => symlinkSync('nowhere', join(root, 'alice/x.ts')), ['file-link users/alice/x.ts']],
    ['a link to itself', () => symlinkSync('x.ts', join(root, 'alice/x.ts')), ['file-link users/alice/x.ts']],
    ['a link to a folder', () => symlinkSync('/etc', join(root, 'alice/x')), ['file-link users/alice/x']],
    ['a member who is a link', () => symlinkSync('alice', join(root, 'bob')), ['file-link users/bob']],
    [
      'a house file that is a link',
      () => symlinkSync('/etc/passwd', join(root, 'tsconfig.json')),
      ['file-link users/tsconfig.json'],
    ],
    ['a pipe', () => execFileSync('mkfifo', [join(root, 'alice/x.ts')]), ['file-special users/alice/x.ts']],
    ['a folder in a folder', () => put('alice/sub/x.ts'), ['folder-in-folder users/alice/sub']],
    ['a folder that is called like a file', () => put('alice/x.ts/y.ts'), ['folder-in-folder users/alice/x.ts']],
    ['a program', () => put('alice/x.ts', '', 0o755), ['file-executable users/alice/x.ts']],
    ['upper case', () => put('alice/Dev.ts'), ['file-name users/alice/Dev.ts']],
    ['an upper-case ending', () => put('alice/x.TS'), ['file-name users/alice/x.TS']],
    ['a blank', () => put('alice/my dev.ts'), ['file-name users/alice/my dev.ts']],
    ['a line end', () => put('alice/a\nb.ts'), ['file-name users/alice/a\nb.ts']],
    ['letters from elsewhere', () => put('alice/dév.ts'), ['file-name users/alice/dév.ts']],
    ['a hidden file', () => put('alice/.x.ts'), ['file-name users/alice/.x.ts']],
    ['only an ending', () => put('alice/.ts'), ['file-name users/alice/.ts']],
    [
      'a name that is too long',
      () => put(`alice/${'x'.repeat(120)}.ts`),
      [`file-name users/alice/${'x'.repeat(120)}.ts`],
    ],
    ['declarations', () => put('alice/x.d.ts'), ['file-kind users/alice/x.d.ts']],
    ['JavaScript', () => put('alice/x.js'), ['file-kind users/alice/x.js']],
    ['a config of their own', () => put('alice/tsconfig.json'), ['file-kind users/alice/tsconfig.json']],
    ['what a computer leaves', () => put('alice/.DS_Store'), ['file-kind users/alice/.DS_Store']],
    ['a file beside the folders', () => put('x.ts'), ['file-outside users/x.ts']],
    ['a folder called like a house file', () => put('tsconfig.json/x.ts'), ['folder-name users/tsconfig.json']],
    ['a name that is no login', () => put('a_b/x.ts'), ['folder-name users/a_b']],
    ['a login of forty letters', () => put(`${'x'.repeat(40)}/x.ts`), [`folder-name users/${'x'.repeat(40)}`]],
    ['a hidden folder', () => put('.git/x.ts'), ['folder-name users/.git']],
    ['the prototype', () => put('__proto__/x.ts'), ['folder-name users/__proto__']],
    ['a twin in upper case', () => put('ALICE/x.ts'), ['folder-twin users/alice']],
    ['64 KiB and one', () => put('alice/x.ts', 'x'.repeat(65_537)), ['file-too-large users/alice/x.ts']],
    [
      'what is no UTF-8',
      () => put('alice/x.ts', Buffer.from('a\nbc\xff', 'latin1')),
      ['not-utf8 users/alice/x.ts:2:3'],
    ],
    [
      'half a character',
      () => put('alice/x.ts', Buffer.from('a\ufffd\xe2\x82', 'latin1')),
      ['not-utf8 users/alice/x.ts:1:2'],
    ],
    [
      'half a pair of units',
      () => put('alice/x.ts', Buffer.from('\xed\xa0\x80', 'latin1')),
      ['not-utf8 users/alice/x.ts:1:1'],
    ],
    ['UTF-16', () => put('alice/x.ts', Buffer.from('\ufeffa', 'utf16le')), ['not-utf8 users/alice/x.ts:1:1']],
    ['a byte-order mark', () => put('alice/x.ts', '\ufeffexport {}'), ['byte-order-mark users/alice/x.ts:1:1']],
    ['a NUL', () => put('alice/x.ts', 'a\nb\0'), ['nul-character users/alice/x.ts:2:2']],
  ])('%s', (_, make, expected) => {
    put('alice/dev.ts')
    make()
    expect(told()).toEqual(expected)
    expect(names().filter((name) => !name.endsWith('/dev.ts') && name !== 'users/ALICE/x.ts')).toEqual([])
  })

  test('201 files', () => {
    for (let index = 0; index <= 200; index++) put(`alice/x${index}.ts`)
    put('bob/dev.ts')
    expect(told()).toEqual(['files-too-many users/alice'])
    expect(names()).toEqual(['users/bob/dev.ts'])
  })

  test.each([
    ['Dev.ts', 'dev.ts'],
    ['my dev (2).ts', 'my-dev-2-.ts'],
    ['Dév.TS', 'dev.ts'],
    ['.x.ts', 'x.ts'],
    ['漢.ts', 'request.ts'],
  ])('%s would do as %s', (name, suggestion) => {
    put(`alice/${name}`)
    expect(look().findings[0]?.args).toEqual({ name, suggestion })
  })
})
