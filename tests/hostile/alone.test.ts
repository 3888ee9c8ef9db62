import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { kinds } from './cases/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A process that may read files and start threads, and nothing else: no writing, no children, no network. */
function runAlone(): readonly { attempt: string; outcome: readonly string[]; honest: boolean }[] {
  const script = new URL('alone.fixture.ts', import.meta.url).pathname
  const allowed = ['--permission', '--allow-fs-read=*', '--allow-worker', '--no-warnings=SecurityWarning']
  const output = execFileSync(process.execPath, [...allowed, script], { cwd: folder, env: {}, maxBuffer: 2 ** 24 })
  return JSON.parse(output.toString('utf8'))
}

test('in one process without rights, one after the other, each does what it does alone, and leaves nothing', () => {
  const told = runAlone()
  const expected = kinds.flatMap(([, cases]) =>
    cases.map(([attempt, , outcome]) => ({ attempt, outcome, honest: true })),
  )
  expect(told).toEqual(expected)
  expect(readdirSync(folder)).toEqual([])
})
