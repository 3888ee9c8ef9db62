import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test, vi } from 'vitest'
import { compilerFor } from './compiler.ts'
import { runCompiler, type CompilerLimits } from './run-compiler.ts'

const cwd = mkdtempSync(join(tmpdir(), 'compiler-'))
afterAll(() => rmSync(cwd, { recursive: true }))

const wide: CompilerLimits = { seconds: 60, memoryMiB: 3072, outputMiB: 1, signal: new AbortController().signal }

function sh(script: string, limits: Partial<CompilerLimits> = {}): ReturnType<typeof runCompiler> {
  return runCompiler('/bin/sh', ['-c', script], cwd, { ...wide, ...limits })
}

test.each<[script: string, limits: Partial<CompilerLimits>, run: object]>([
  ['echo good', {}, { end: 'answered', output: 'good\n' }],
  ['echo bad; exit 1', {}, { end: 'answered', output: 'bad\n' }],
  ['echo bad; exit 2', {}, { end: 'answered', output: 'bad\n' }],
  ['echo "panic: no"; echo "panic: nil map" >&2; exit 2', {}, { end: 'failed', why: 'panic: nil map' }],
  ['exit 127', {}, { end: 'failed', why: 'it ended with 127' }],
  ['kill -SEGV $$', {}, { end: 'failed', why: 'it ended with SIGSEGV' }],
  ['while :; do :; done', { seconds: 0.2 }, { end: 'time' }],
  ['trap "" TERM INT HUP; while :; do :; done', { seconds: 0.2 }, { end: 'time' }],
  ['while :; do :; done', { signal: AbortSignal.timeout(200) }, { end: 'time' }],
  ['while :; do echo much; done', {}, { end: 'messages' }],
  ['echo "[$SECRET]"', {}, { end: 'answered', output: '[]\n' }],
])('%s', async (script, limits, run) => {
  vi.stubEnv('SECRET', 'hunter2')
  expect(await sh(script, limits)).toEqual(run)
})

test('what eats memory is ended by the kernel', async () => {
  const endless = fileURLToPath(new URL('../../tests/typecheck/_users/eve/endless.ts', import.meta.url))
  const compiler = compilerFor(process.platform, process.arch)
  const args = ['--ignoreConfig', '--noEmit', endless]
  const run = await runCompiler(compiler, args, cwd, { ...wide, memoryMiB: 1536 })
  expect(run).toEqual({ end: 'memory' })
})

test('a machine for which there is no compiler is said so', () => {
  expect(() => compilerFor('haiku', 'x64')).toThrow(/typescript-haiku-x64/)
})
