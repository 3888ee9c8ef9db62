import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Finding } from '../model/finding.ts'
import { houseAt, UnusableHouse } from './house-at.ts'

const root = join(import.meta.dirname, '..', '..')
const config = readFileSync(join(root, 'lab.config.ts'), 'utf8')
const options = { now: new Date('2026-11-24T12:00:00Z') }
const grant = {
  v: 1,
  login: 'carol',
  request: 'llm',
  lifts: [{ code: 'member-gpus', value: 8 }],
  until: '2026-12-10',
  by: 'alice',
  byId: 1001,
  pull: 118,
  head: '0'.repeat(40),
  ask: 'f34bfbc',
  comment: 987_654,
  reason: 'FSDP',
}

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

async function said(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'house-at-'))
  folders.push(folder)
  for (const [name, text] of Object.entries({ 'lab.config.ts': config, 'templates/index.ts': '', ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const findings = await houseAt(folder, options).then(
    (read) => read.findings,
    (error: unknown) => (error instanceof UnusableHouse ? error.findings : []),
  )
  return findings.map(({ code, place }: Finding) => `${code} ${place.file}:${place.line}:${place.column}`)
}

/** Where a text stands in a file of several lines. */
function at(text: string, part: string): string {
  const before = text.slice(0, text.indexOf(part))
  return `${before.split('\n').length}:${before.length - before.lastIndexOf('\n')}`
}

const changed = (from: string, to: string): string => config.replace(from, to)

test('the lab as it stands, with a grant', async () => {
  expect(await said({ 'grants/118-carol-llm.json': JSON.stringify(grant) })).toEqual([])
})

test.each<[string, string, string]>([
  ['admin-unknown', changed("admins: ['alice']", "admins: ['alcie']"), "'alcie'"],
  ['field-unknown', changed('timeZone:', 'timezone:'), 'timezone:'],
  ['field-type', changed('gpus: 4,', "gpus: '4',"), "'4'"],
  ['cap-above-lab', changed('gpus: 4,', 'gpus: 400,'), '400,'],
])('%s stands at its line', async (code, text, part) => {
  expect(await said({ 'lab.config.ts': text })).toContain(`${code} lab.config.ts:${at(text, part)}`)
})

test('a lab that cannot be read says at least in which line', async () => {
  const text = changed("namespace: 'uci-datalab',", "namespace: 'uci-datalab'")
  const [line] = at(text, 'timeZone').split(':')
  expect(await said({ 'lab.config.ts': text })).toEqual([
    expect.stringMatching(`^config-unreadable lab.config.ts:${line}:`),
  ])
})

test.each<[string, string, string]>([
  ['grant-by-stranger', JSON.stringify({ ...grant, by: 'bob' }, null, 2), '"bob"'],
  ['grant-too-long', JSON.stringify({ ...grant, until: '2027-12-10' }, null, 2), '"2027-12-10"'],
  ['field-missing', JSON.stringify({ ...grant, reason: undefined }, null, 2), '{'],
  ['grant-unreadable', '{\n  "v": 1 "login"\n}', '"login"'],
])('%s stands at its line', async (code, text, part) => {
  const file = 'grants/118-carol-llm.json'
  expect(await said({ [file]: text })).toContain(`${code} ${file}:${at(text, part)}`)
})
