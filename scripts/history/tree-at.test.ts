import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { discover } from '../discover/index.ts'
import type { Git } from '../model/git.ts'
import type { Blobs } from './read-blobs.ts'
import { treeAt } from './tree-at.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lab-tree-'))
  execFileSync('git', ['init', '--quiet', '--initial-branch=main'], { cwd: root })
})
afterEach(() => rmSync(root, { recursive: true }))

const git: Git = (args, input = '') => Promise.resolve(execFileSync('git', args, { cwd: root, input }))

function put(path: string, content: string | Uint8Array = 'export {}\n', mode = 0o644): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
  chmodSync(join(root, path), mode)
}

function tree(): string {
  execFileSync('git', ['add', '--all'], { cwd: root })
  return execFileSync('git', ['write-tree'], { cwd: root, encoding: 'utf8' }).trim()
}

test('what Git has is judged as what lies on a disk', async () => {
  for (const path of ['alice/z.ts', 'alice/_a.ts', 'ann/a.ts', 'ann-lee/a.ts', 'Zoe/a.ts']) put(`users/${path}`)
  put('users/tsconfig.json', '{}')
  put('users/README.md')
  put('users/alice/Dev.ts')
  put('users/alice/dév.ts')
  put('users/alice/a\nb.ts')
  put('users/alice/types.d.ts')
  put('users/alice/run.sh')
  put('users/alice/program.ts', 'x', 0o755)
  put('users/alice/sub/deeper/dev.ts')
  put('users/alice/bytes.ts', Buffer.from([0x61, 0xff, 0x62]))
  put('users/alice/bom.ts', '\ufeffx')
  put('users/alice/nul.ts', 'a\n\0')
  put('users/alice/full.ts', 'x'.repeat(64 * 1024))
  put('users/alice/large.ts', 'x'.repeat(64 * 1024 + 1))
  put('users/alice/empty.ts', '')
  put('users/zoe/a.ts')
  put('users/no_login/a.ts')
  for (let index = 0; index < 201; index++) put(`users/many/f${index}.ts`)
  symlinkSync('../ann/a.ts', join(root, 'users/alice/link.ts'))
  symlinkSync('alice', join(root, 'users/linked'))
  const onDisk = discover(join(root, 'users'), { shownRoot: 'users' })
  const { folders, findings } = await treeAt(git, tree())
  expect(folders).toEqual(onDisk.folders)
  expect([...findings].map((one) => JSON.stringify(one)).sort()).toEqual(
    onDisk.findings.map((one) => JSON.stringify(one)).sort(),
  )
  expect(findings.length).toBeGreaterThan(15)
})

test('a folder’s id tells whether anything below it changed', async () => {
  put('users/alice/dev.ts')
  put('users/bob/dev.ts', 'bob')
  const before = await treeAt(git, tree())
  put('users/alice/notes.md')
  const after = await treeAt(git, tree())
  expect(after.folderIds.get('alice')).not.toBe(before.folderIds.get('alice'))
  expect(after.folderIds.get('bob')).toBe(before.folderIds.get('bob'))
})

test('what was read once is not read again, and few processes are enough', async () => {
  for (let index = 0; index < 50; index++) put(`users/m${index}/dev.ts`, `${index}`)
  const calls: (readonly string[])[] = []
  const asked: Git = (args, input) => {
    calls.push([args[0] ?? '', ...(input ?? '').split('\n').filter(Boolean)])
    return git(args, input)
  }
  const blobs: Blobs = new Map()
  await treeAt(asked, tree(), blobs)
  put('users/m7/dev.ts', 'changed')
  const { folders } = await treeAt(asked, tree(), blobs)
  expect(calls.map(([command, ...ids]) => [command, ids.length])).toEqual([
    ['ls-tree', 0],
    ['cat-file', 50],
    ['cat-file', 50],
    ['ls-tree', 0],
    ['cat-file', 1],
    ['cat-file', 1],
  ])
  expect(folders.find(({ owner }) => owner === 'm7')?.sources[0]?.text).toBe('changed')
})

test('grants and templates are the house’s texts', async () => {
  put('grants/README.md')
  put('grants/1-alice-dev.json', '{}')
  put('templates/job.ts', 'job')
  put('templates/job.test.ts', 'test')
  const { grants, templates } = await treeAt(git, tree())
  expect(grants).toEqual([{ file: 'grants/1-alice-dev.json', text: '{}' }])
  expect(templates).toEqual([{ file: 'templates/job.ts', text: 'job' }])
})
