import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { heightsAt, ShallowHistory } from './heights.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lab-heights-'))
  git(root, 'init', '--quiet', '--initial-branch=main')
})
afterEach(() => rmSync(root, { recursive: true }))

function git(folder: string, ...args: readonly string[]): Buffer {
  const own = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false']
  return execFileSync('git', [...own, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] })
}

function commit(...files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), `${Math.random()}`)
  }
  git(root, 'add', '.')
  git(root, 'commit', '--quiet', '-m', 'x')
}

async function heights(folder = root) {
  const { height, folders } = await heightsAt((args) => Promise.resolve(git(folder, ...args)), 'HEAD')
  return { height, folders: Object.fromEntries(folders) }
}

test('a folder stands where it was last changed, by whatever file', async () => {
  commit('users/alice/dev.ts', 'users/bob/train.ts')
  commit('users/alice/_shared.ts')
  commit('README.md')
  expect(await heights()).toEqual({ height: 3, folders: { alice: 2, bob: 1 } })
})

test('a branch counts where it was merged, not when its commits were made', async () => {
  commit('users/alice/dev.ts')
  git(root, 'switch', '--quiet', '-c', 'change')
  commit('users/bob/a.ts')
  commit('users/bob/b.ts')
  git(root, 'switch', '--quiet', 'main')
  commit('users/carol/c.ts')
  git(root, 'merge', '--quiet', '--no-ff', '-m', 'merge', 'change')
  expect(await heights()).toEqual({ height: 3, folders: { alice: 1, bob: 3, carol: 2 } })
})

test('a file that was removed, and one with a line break in its name, change their folder too', async () => {
  commit('users/alice/dev.ts', 'users/bob/train.ts')
  commit('users/carol/a\nb.ts')
  git(root, 'rm', '--quiet', 'users/alice/dev.ts')
  git(root, 'commit', '--quiet', '-m', 'x')
  expect(await heights()).toEqual({ height: 3, folders: { alice: 3, bob: 1, carol: 2 } })
})

test('a shallow clone cannot tell', async () => {
  commit('users/alice/dev.ts')
  commit('users/alice/dev.ts')
  const clone = join(root, 'clone')
  git(root, 'clone', '--quiet', '--depth=1', `file://${root}`, clone)
  await expect(heights(clone)).rejects.toThrow(ShallowHistory)
})
