import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { binaries } from './binaries.ts'

let folder = ''
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** An environment with an empty cache, and in PATH a `go` that does what the script says. */
function place(go?: string): NodeJS.ProcessEnv {
  folder = mkdtempSync(join(tmpdir(), 'lab-binaries-'))
  mkdirSync(join(folder, 'bin'))
  if (go !== undefined) writeFileSync(join(folder, 'bin', 'go'), `#!/bin/sh\n${go}\n`)
  if (go !== undefined) chmodSync(join(folder, 'bin', 'go'), 0o755)
  return { XDG_CACHE_HOME: join(folder, 'cache'), PATH: join(folder, 'bin') }
}

/** Answers its version, and makes an empty file where a program should be; calls are counted. */
const good = `case $1 in env) echo go1.26.8;; *) while [ "$1" != -o ]; do shift; done; echo program > "$2"; echo "$2" >> "$XDG_CACHE_HOME/../calls";; esac`

const quiet = (): void => undefined

test.each([
  ['is not there', undefined, 'Go 1.26 or newer: there is no `go` in PATH.'],
  ['is too old to know better', 'echo go1.19.8', 'Go 1.26 or newer: the one here is go1.19.8.'],
  [
    'may not fetch a newer one',
    'echo "go: go.mod requires go >= 1.26.0 (running go 1.25.1; GOTOOLCHAIN=local)" >&2; exit 1',
    'requires go >= 1.26.0 (running go 1.25.1',
  ],
])('when Go %s, it says so', async (_, script, sentence) => {
  const failure = binaries(place(script), quiet)
  await expect(failure).rejects.toThrow(sentence)
  await expect(failure).rejects.toThrow('Install it from https://go.dev/dl')
})

test('what was built is found, and not built again', async () => {
  const env = place(good)
  const first = await binaries(env, quiet)
  expect(await binaries({ ...env, PATH: '' }, quiet)).toEqual(first)
  expect(readFileSync(first.kwok, 'utf8')).toBe('program\n')
  expect(readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n')).toHaveLength(2)
})

test('two at the same time come to the same programs, and leave nothing else', async () => {
  const env = place(good)
  const [one, other] = await Promise.all([binaries(env, quiet), binaries(env, quiet)])
  expect(other).toEqual(one)
  expect(readdirSync(dirname(dirname(one.kwok)))).toHaveLength(1)
})

test('a build that fails says what the compiler said, and leaves nothing', async () => {
  const env = place('case $1 in env) echo go1.26.8;; *) echo "main.go:1: nonsense" >&2; exit 1;; esac')
  await expect(binaries(env, quiet)).rejects.toThrow('main.go:1: nonsense')
  expect(readdirSync(join(folder, 'cache', 'uci-datalab', 'control-plane'))).toEqual([])
})
