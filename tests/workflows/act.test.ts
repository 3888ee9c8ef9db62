import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { actBinary } from './act.ts'

test('without Go, and nothing built yet, it says what to install', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lab-act-'))
  await expect(actBinary({ XDG_CACHE_HOME: folder, PATH: folder })).rejects.toThrow('Install it from https://go.dev/dl')
  rmSync(folder, { recursive: true })
})
