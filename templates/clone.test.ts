import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { session } from './session.ts'

/** A repository at the place of GitHub's, with a branch, a tag and an older commit. */
const github = mkdtempSync(join(tmpdir(), 'github-'))
const repo = join(github, 'bob/vit')
const git = (...words: string[]): string =>
  execFileSync('git', ['-C', repo, '-c', 'user.name=bob', '-c', 'user.email=bob@example.org', ...words], {
    encoding: 'utf8',
  }).trim()

execFileSync('git', ['init', '-q', '-b', 'main', repo])
const commits = ['one', 'two', 'three'].map((text) => {
  writeFileSync(join(repo, 'train.py'), text)
  git('add', '.')
  git('commit', '-q', '-m', text)
  if (text === 'two') git('tag', 'v1.2')
  return git('rev-parse', 'HEAD')
})
git('config', 'uploadpack.allowAnySHA1InWant', 'true')

/** Runs the init container as it stands, in an empty folder, with GitHub replaced by the folder above. */
function cloned(
  ref: string,
  secrets: readonly 'GIT_TOKEN'[] = [],
): { readonly folder: string; readonly config: string } {
  const options = { image: 'python', hours: 1, code: { repo: 'bob/vit', ref }, secrets } as const
  const [init] = session('dev', options).spec.initContainers ?? []
  const [folder, home] = [mkdtempSync(join(tmpdir(), 'code-')), mkdtempSync(join(tmpdir(), 'home-'))]
  writeFileSync(join(home, '.gitconfig'), `[url "file://${github}/"]\n\tinsteadOf = https://github.com/\n`)
  const variables = (init?.env ?? []).map(({ name, value = 'the-token' }) => [name, value] as const)
  const env = { PATH: process.env['PATH'], HOME: home, ...Object.fromEntries(variables) }
  const [program = '', ...words] = init?.command ?? []
  execFileSync(program, words, { cwd: folder, env })
  return {
    folder,
    config: readFileSync(join(home, '.gitconfig'), 'utf8') + readFileSync(join(folder, '.git/config'), 'utf8'),
  }
}

test.each([
  ['a branch', 'main', 'three'],
  ['a tag', 'v1.2', 'two'],
  ['a commit', commits[0] ?? '', 'one'],
])('%s is cloned', (_title, ref, text) => {
  const { folder } = cloned(ref)
  expect(readFileSync(join(folder, 'train.py'), 'utf8')).toBe(text)
  expect(statSync(join(folder, 'train.py')).mode & 0o666).toBe(0o666)
})

test('a ref that does not exist ends the run before it begins', () => {
  expect(() => cloned('v9')).toThrow('Command failed')
})

test('the token is asked for and written nowhere', () => {
  const { config } = cloned('main', ['GIT_TOKEN'])
  expect(config).toContain('credential')
  expect(config).not.toContain('the-token')
})

test('nothing of the member stands in the script', () => {
  const options = { image: 'python', hours: 1, code: { repo: 'bob/vit', ref: 'v1.2' } } as const
  const [init] = session('dev', options).spec.initContainers ?? []
  expect(init?.command?.join(' ')).not.toMatch(/bob|v1\.2/)
})
