import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { reportOf } from '../../scripts/commands/check.ts'
import { sourceOf } from '../../scripts/commands/check-input.ts'
import { noCache } from '../../scripts/pipeline/cache.ts'
import { checkLab, type Checked, type CheckInput } from '../../scripts/pipeline/check-lab.ts'
import { startFolderWorkers } from '../../scripts/pipeline/folder-workers.ts'
import { report } from '../../scripts/report/index.ts'

/** Each folder is a case: `_users/` goes in, `report.txt` and `rendered/` come out, `_notes.txt` says why. `UPDATE=1` writes them anew. */
const here = import.meta.dirname
const cases = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

const workers = startFolderWorkers(false)
afterAll(() => workers[Symbol.asyncDispose]())

describe('from members’ files to a report and YAML', () => {
  test.each(cases)('%s', async (name) => {
    const folder = join(here, name)
    expect(existsSync(join(folder, '_notes.txt')), 'a case says why it exists').toBe(true)
    const made = outputs(await checkLab({ ...input(folder), workers }))
    if (process.env['UPDATE'] === '1') write(folder, made)
    expect(made).toEqual(expected(folder))
  })
})

function input(folder: string): Omit<CheckInput, 'workers'> {
  return {
    houseRoot: join(here, '..', '..'),
    config: join(here, '_lab.ts'),
    usersRoot: join(folder, '_users'),
    now: new Date('2026-11-24T20:00:00Z'),
    render: true,
    cache: noCache,
    types: undefined,
    progress: () => undefined,
  }
}

function outputs(checked: Checked): Readonly<Record<string, string>> {
  const text = report(reportOf(checked, checked.findings), 'text', {
    color: false,
    width: 100,
    sources: sourceOf(checked),
  })
  return {
    'report.txt': text,
    ...Object.fromEntries(checked.rendered.map(({ file, text: yaml }) => [`rendered/${file}`, yaml])),
  }
}

function expected(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file === 'report.txt' || (file.startsWith('rendered/') && file.endsWith('.yaml')),
  )
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]))
}

function write(folder: string, made: Readonly<Record<string, string>>): void {
  rmSync(join(folder, 'rendered'), { recursive: true, force: true })
  for (const [file, text] of Object.entries(made)) {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
}
