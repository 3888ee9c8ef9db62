import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const empty = mkdtempSync(join(tmpdir(), 'lab-empty-'))
afterAll(() => rmSync(empty, { recursive: true }))

test('where no cluster can start, the suite fails and says why: nothing is skipped', () => {
  const root = join(import.meta.dirname, '..', '..')
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const args = [vitest, 'run', '--project', 'cluster', '--root', root, join(import.meta.dirname, 'binaries.test.ts')]
  const env = { HOME: empty, XDG_CACHE_HOME: empty, PATH: dirname(process.execPath) }
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stdout + stderr).toContain('The control plane is built with Go 1.26 or newer: there is no `go` in PATH.')
  expect(stdout + stderr).not.toMatch(/skipped|passed/)
})
