import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import lab from '#lab/config'
import { compilerFor } from './compiler.ts'
import { configType } from './config-type.ts'
import { runCompiler } from './run-compiler.ts'

const dir = mkdtempSync(join(tmpdir(), 'config-type-'))
afterAll(() => rmSync(dir, { recursive: true }))

const same = `
import type one from './one.ts'
import type two from './two.d.ts'
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
export const same: Same<typeof one, typeof two> = true
`

const odd = { 'a-b': [1, 'x', [], {}], '"': { "'": '\u2028`${', n: -0.5, no: false, none: null }, __proto: [[1]] }

function compiled(value: unknown, other: unknown): Promise<unknown> {
  writeFileSync(join(dir, 'one.ts'), `export default ${JSON.stringify(value)} as const`)
  writeFileSync(join(dir, 'two.d.ts'), configType(other))
  writeFileSync(join(dir, 'same.ts'), same)
  const args = ['--noEmit', '--strict', '--allowImportingTsExtensions', '--ignoreConfig', 'same.ts']
  const limits = { seconds: 60, memoryMiB: 3072, outputMiB: 1, signal: AbortSignal.timeout(60_000) }
  return runCompiler(compilerFor(process.platform, process.arch), args, dir, limits)
}

test.each<[string, unknown]>([
  ['the lab', lab],
  ['whatever JSON may hold', odd],
])('%s has the type that `as const` gives it', async (_, value) => {
  expect(await compiled(value, value)).toEqual({ end: 'answered', output: '' })
})

test('and no other', async () => {
  expect(await compiled({ a: [1] }, { a: [2] })).toMatchObject({ output: expect.stringContaining('TS2322') as string })
})
