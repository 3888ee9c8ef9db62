import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Rendered, WriteSummary } from '../model/rendered.ts'
import { renderRequest } from './render-request.ts'
import { writeRendered } from './write-rendered.ts'

let root = ''
let out = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lab-render-'))
  out = join(root, 'out')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function rendered(id: string, cpu = 1): Rendered {
  const [owner = '', name = ''] = id.split('/')
  return renderRequest({ owner, name, file: `users/${id}.ts` }, [
    { apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec: { cpu } },
  ])
}

const nothing: WriteSummary = { written: [], unchanged: 0, removed: [], left: [], blocked: [] }
const dev = rendered('alice/dev')
const job = rendered('bob/job')
const tree = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()

describe('an output folder', () => {
  test('is made, and holds exactly what was rendered', async () => {
    expect(await writeRendered(out, [job, dev])).toEqual({ ...nothing, written: ['alice/dev.yaml', 'bob/job.yaml'] })
    expect(tree(out)).toEqual(['alice', 'alice/dev.yaml', 'bob', 'bob/job.yaml'])
    expect(readFileSync(join(out, 'alice/dev.yaml'), 'utf8')).toBe(dev.text)
  })

  test('is not touched where nothing changed', async () => {
    await writeRendered(out, [dev, job])
    utimesSync(join(out, 'alice/dev.yaml'), 1000, 1000)
    const { ino } = statSync(join(out, 'alice/dev.yaml'))
    expect(await writeRendered(out, [dev, rendered('bob/job', 2)])).toEqual({
      ...nothing,
      unchanged: 1,
      written: ['bob/job.yaml'],
    })
    expect(statSync(join(out, 'alice/dev.yaml'))).toMatchObject({ ino, mtimeMs: 1_000_000 })
  })

  test('loses the files of requests that are gone, and the folders of members that are', async () => {
    await writeRendered(out, [dev, rendered('alice/old'), job])
    expect(await writeRendered(out, [dev])).toEqual({
      ...nothing,
      unchanged: 1,
      removed: ['alice/old.yaml', 'bob/job.yaml'],
    })
    expect(tree(out)).toEqual(['alice', 'alice/dev.yaml'])
  })

  test('keeps what we did not write, and says so', async () => {
    await writeRendered(out, [dev, job])
    writeFileSync(join(out, 'bob/notes.yaml'), 'kind: Mine\n')
    writeFileSync(join(out, 'bob/binary'), new Uint8Array(100_000))
    writeFileSync(join(out, 'bob/cut.yaml'), dev.text.slice(0, 50))
    writeFileSync(join(out, 'README.md'), dev.text)
    mkdirSync(join(out, 'bob/job.d'))
    mkdirSync(join(out, 'empty'))
    const left = ['README.md', 'bob/binary', 'bob/cut.yaml', 'bob/job.d', 'bob/notes.yaml']
    expect(await writeRendered(out, [dev])).toEqual({ ...nothing, unchanged: 1, removed: ['bob/job.yaml'], left })
    expect(tree(out)).toEqual([
      'README.md',
      'alice',
      'alice/dev.yaml',
      'bob',
      'bob/binary',
      'bob/cut.yaml',
      'bob/job.d',
      'bob/notes.yaml',
      'empty',
    ])
  })

  test('is not overwritten where somebody else’s file stands in the way', async () => {
    mkdirSync(join(out, 'alice'), { recursive: true })
    writeFileSync(join(out, 'alice/dev.yaml'), 'kind: Mine\n')
    writeFileSync(join(out, 'bob'), 'a file, no folder')
    mkdirSync(join(out, 'carol/run.yaml'), { recursive: true })
    const summary = await writeRendered(out, [dev, job, rendered('carol/run')])
    expect(summary).toEqual({
      ...nothing,
      left: ['bob'],
      blocked: ['alice/dev.yaml', 'bob/job.yaml', 'carol/run.yaml'],
    })
    expect(readFileSync(join(out, 'alice/dev.yaml'), 'utf8')).toBe('kind: Mine\n')
  })

  test('follows no link, neither to write nor to remove', async () => {
    const elsewhere = join(root, 'elsewhere')
    await writeRendered(elsewhere, [rendered('x/dev')])
    mkdirSync(join(out, 'bob'), { recursive: true })
    symlinkSync(join(elsewhere, 'x'), join(out, 'alice'))
    symlinkSync(join(elsewhere, 'x/dev.yaml'), join(out, 'bob/job.yaml'))
    symlinkSync(join(elsewhere, 'x/dev.yaml'), join(out, 'bob/gone.yaml'))
    symlinkSync('/nowhere', join(out, 'carol'))
    const summary = await writeRendered(out, [dev, job])
    expect(summary).toEqual({
      ...nothing,
      left: ['alice', 'bob/gone.yaml', 'carol'],
      blocked: ['alice/dev.yaml', 'bob/job.yaml'],
    })
    expect(tree(elsewhere)).toEqual(['x', 'x/dev.yaml'])
    expect(readFileSync(join(elsewhere, 'x/dev.yaml'), 'utf8')).toBe(rendered('x/dev').text)
    expect(readlinkSync(join(out, 'bob/job.yaml'))).toBe(join(elsewhere, 'x/dev.yaml'))
  })

  test('clears what a run that was killed left behind', async () => {
    await writeRendered(out, [dev])
    writeFileSync(join(out, 'alice/.dev.yaml.4711'), dev.text)
    expect(await writeRendered(out, [dev])).toMatchObject({ unchanged: 1, removed: ['alice/.dev.yaml.4711'] })
  })

  test.each([
    '../evil.yaml',
    'alice/../../evil.yaml',
    '/etc/evil.yaml',
    'alice/dev.yaml/x',
    'evil.yaml',
    './evil.yaml',
    'alice/dev.sh',
    'a/..yaml',
    'a\n/b.yaml',
  ])('cannot be left by the name %j', async (file) => {
    await expect(writeRendered(out, [{ file, text: dev.text }])).rejects.toThrow('not a path inside')
    expect(existsSync(out)).toBe(false)
  })

  test('has nothing half done beside its files', async () => {
    await writeRendered(out, [dev, job])
    await writeRendered(out, [rendered('alice/dev', 2), rendered('bob/job', 2)])
    expect(tree(out)).toEqual(['alice', 'alice/dev.yaml', 'bob', 'bob/job.yaml'])
    expect(lstatSync(join(out, 'alice/dev.yaml')).isFile()).toBe(true)
  })
})
