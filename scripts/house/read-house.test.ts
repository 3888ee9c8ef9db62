import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import config from '#lab/config'
import { fault } from '../model/finding.ts'
import { readHouse, UnusableHouse, type HouseChecks } from './index.ts'

const root = join(import.meta.dirname, '../..')
const now = new Date('2026-10-01T12:00:00Z')
const placeOf: HouseChecks['placeOf'] = (_, { file }) => ({ file })
const content: HouseChecks = { lab: () => [], grant: () => [], placeOf }
const grant = { v: 1, login: 'carol', request: 'llm', lifts: [], until: '2026-10-10', by: 'alice', byId: 1, pull: 118 }

async function folder(files: Readonly<Record<string, string>>): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'house-'))
  const all = { 'lab.config.ts': `export default ${JSON.stringify(config)}`, 'templates/index.ts': '', ...files }
  for (const [name, text] of Object.entries(all)) {
    await mkdir(dirname(join(place, name)), { recursive: true })
    await writeFile(join(place, name), text)
  }
  return place
}

async function unusable(text: string): Promise<readonly string[]> {
  const place = await folder({ 'lab.config.ts': text })
  const error: unknown = await readHouse(place, content, { now }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return error instanceof UnusableHouse
    ? error.findings.map(({ code, place: { file }, path = '' }) => `${file} ${code} ${path}`.trim())
    : []
}

test('the house as it stands', async () => {
  const { house, findings } = await readHouse(root, content, { now })
  expect(findings).toEqual([])
  expect(house.lab).toEqual(config)
  expect([...house.templates.keys()]).toContain('session.ts')
  expect([...house.templates.keys()].filter((name) => name.includes('.test.') || name.endsWith('.d.ts'))).toEqual([])
})

test('a fixture brings its own lab', async () => {
  const place = await folder({ '_lab.ts': `export default ${JSON.stringify({ ...config, admins: ['dave'] })}` })
  const { house, findings } = await readHouse(place, content, { config: join(place, '_lab.ts'), now })
  expect(house.lab.admins).toEqual(['dave'])
  expect(findings).toMatchObject([{ code: 'admin-unknown', place: { file: '_lab.ts' }, path: 'admins[0]' }])
})

describe('a lab that nobody can rely on is thrown', () => {
  const table: readonly (readonly [title: string, text: string, said: string])[] = [
    ['no TypeScript', 'export default {', 'lab.config.ts config-unreadable'],
    ['what throws', 'throw new Error("x")', 'lab.config.ts config-unreadable'],
    ['nothing exported', 'export {}', 'lab.config.ts config-not-data'],
    ['a date', 'export default { namespace: "x", on: new Date() }', 'lab.config.ts config-not-data on'],
    ['a function', 'export default { namespace: () => 1 }', 'lab.config.ts config-not-data namespace'],
    ['undefined', 'export default { a: 1, help: undefined }', 'lab.config.ts config-not-data help'],
    ['not a number', 'export default { caps: { member: { gpus: NaN } } }', 'lab.config.ts config-not-data caps'],
    ['a circle', 'const a: { b?: unknown } = {}; a.b = a; export default a', 'lab.config.ts config-not-data b'],
    ['toJSON', 'export default { help: { toJSON: () => "x" } }', 'lab.config.ts config-not-data help'],
  ]
  test.each(table)('%s', async (_title, text, said) => {
    expect(await unusable(text)).toEqual([said])
  })

  test('what the schema refuses', async () => {
    const check = { ...content, lab: () => [fault('field-missing', { field: 'help' }, ['help'])] }
    await expect(readHouse(await folder({}), check, { now })).rejects.toThrow('field-missing at help')
  })
})

describe('grants', () => {
  test('are read in the order of their files, ended ones too', async () => {
    const place = await folder({
      'grants/README.md': 'not a grant',
      'grants/118-carol-llm.json': JSON.stringify(grant),
      'grants/117-bob-x.json': JSON.stringify({ ...grant, login: 'bob', request: 'x', pull: 117, until: '2020-01-01' }),
    })
    const { house, findings } = await readHouse(place, content, { now })
    expect(findings).toEqual([])
    expect(house.grants.map(({ pull }) => pull)).toEqual([117, 118])
  })

  test('with a fault count as none, and the others count', async () => {
    const place = await folder({
      'grants/1-a-b.json': '{ not json',
      'grants/2-carol-llm.json': JSON.stringify(grant),
      'grants/118-carol-llm.json': JSON.stringify(grant),
    })
    const { house, findings } = await readHouse(place, content, { now })
    expect(house.grants).toHaveLength(1)
    expect(findings.map(({ code, place: { file } }) => `${file} ${code}`)).toEqual([
      'grants/1-a-b.json grant-unreadable',
      'grants/2-carol-llm.json grant-misplaced',
    ])
  })

  test('of another shape are not looked at further', async () => {
    const place = await folder({ 'grants/118-carol-llm.json': 'null' })
    const check = {
      ...content,
      grant: () => [
        fault('field-type', { field: 'the value', expected: ['object'], got: 'null', gotShape: 'object' }, []),
      ],
    }
    const { house, findings } = await readHouse(place, check, { now })
    expect(house.grants).toEqual([])
    expect(findings.map(({ code }) => code)).toEqual(['field-type'])
  })

  test('no folder, no grants', async () => {
    expect((await readHouse(await folder({}), content, { now })).house.grants).toEqual([])
  })
})
