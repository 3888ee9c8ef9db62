import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Finding, Place } from '../model/finding.ts'
import type { Lab } from '../model/lab.ts'
import type { Folder } from '../model/request.ts'
import { compilerOptions } from './project.ts'
import { typecheck } from './typecheck.ts'

const tmp = mkdtempSync(join(tmpdir(), 'typecheck-'))
afterAll(() => rmSync(tmp, { recursive: true }))

type Files = Readonly<Record<string, string>>

const lab = { members: { alice: {}, bob: {} } } as unknown as Lab

const house: Files = {
  'templates/index.ts': `
import type { Pod } from 'kubernetes-types/core/v1.js'
import type lab from '#lab/config'
export interface Options { readonly gpu?: '1x24GB' | '1xA100'; readonly hours: number }
export declare function session(name: string, options: Options): Pod
export declare function shared(owner: \`\${keyof (typeof lab)['members']}\`): Pod
export type { Pod }
`,
  'templates/sandbox.d.ts': `
interface NotInARequest { readonly notInARequest: never }
declare const process: NotInARequest
declare module 'node:*' { const nothing: NotInARequest; export default nothing }
`,
}

let counter = 0

function written(files: Files): string {
  const root = join(tmp, `files-${counter++}`)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  return root
}

function foldersOf(files: Files): readonly Folder[] {
  const entries = Object.entries(files).map(([path, text]) => ({ path, text, owner: path.split('/')[0] ?? '' }))
  return [...Map.groupBy(entries, ({ owner }) => owner)].map(([owner, own]) => ({
    owner,
    sources: own.map(({ path, text }) => ({ name: path.slice(owner.length + 1), file: `users/${path}`, text })),
  }))
}

interface Setting {
  readonly house?: Files
  readonly asked?: readonly string[]
  readonly deadlineSeconds?: number
}

function check(files: Files, setting: Setting = {}): Promise<readonly Finding[]> {
  return typecheck({
    usersRoot: written(files),
    houseRoot: written({ 'README.md': '', ...(setting.house ?? house) }),
    lab,
    folders: foldersOf(files).filter(({ owner }) => setting.asked?.includes(owner) ?? true),
    deadlineSeconds: setting.deadlineSeconds ?? 60,
    tmp,
  })
}

/** `users/alice/dev.ts: 'gpus' TS2561`, with the text that the place marks. */
function told(findings: readonly Finding[], files: Files): readonly string[] {
  return findings.map(({ code, args, place }) => {
    const word = code === 'type-error' ? ` ${textAt(place, files)} TS${(args as { ts: number }).ts}` : ''
    return `${place.file}: ${code}${word}`
  })
}

function textAt({ file, line = 0, column = 0, endColumn = 0 }: Place, files: Files): string {
  return files[file.replace(/^users\//, '')]?.split('\n')[line - 1]?.slice(column - 1, endColumn - 1) ?? ''
}

function messages(findings: readonly Finding[]): string {
  return findings.map(({ args }) => JSON.stringify(args)).join('\n')
}

const start = `import { session, shared, type Pod } from '#lab'\n`

test.each<[what: string, code: string, word: string, ts: number, option?: string]>([
  ['an unknown option', `export default session('dev', { gpus: 2, hours: 1 })`, 'gpus', 2561, 'gpus'],
  ['a wrong value', `export default session('dev', { gpu: '1xA1000', hours: 1 })`, 'gpu', 2820, 'gpu'],
  ['a quoted option', `export default session('dev', { 'gpu': 'A100', hours: 1 })`, `'gpu'`, 2322, 'gpu'],
  ['a missing option', `export default session('dev', { gpu: '1xA100' })`, '{', 2741],
  ['a wrong argument', `export default shared('bbo')`, `'bbo'`, 2345],
  ['a wide letter before it', `export const a = '😀é漢', b = session('dev', { gpus: 1 })`, 'gpus', 2561, 'gpus'],
  [
    'letters that other editors take for line ends',
    `export const a = '\u2028\u2029', b = session('dev', { gpus: 1 })`,
    'gpus',
    2561,
    'gpus',
  ],
  ['what is not in a request', `export default process.env`, 'env', 2339],
  ['by hand', `export const pod: Pod = { spec: { containers: [{ name: 'a', imag: 'b' }] } }`, 'imag', 2561, 'imag'],
  ['a module that is not there', `import x from 'lab'\nexport default x`, `'lab'`, 2307],
])('%s', async (_, code, word, ts, option) => {
  for (const text of [start + code, `${start}${code}`.replaceAll('\n', '\r\n'), `${start}\n\n${code}\n`]) {
    const files = { 'alice/dev.ts': text }
    const findings = await check(files)
    expect(told(findings, files)).toEqual([`users/alice/dev.ts: type-error ${word} TS${ts}`])
    expect(findings[0]).toMatchObject({ severity: 'error', request: 'alice/dev' })
    expect(findings.map(({ args }) => 'option' in args && args.option)).toEqual([option ?? false])
  }
})

test('the own folder can be imported, with and without its ending, and errors in a helper are told there', async () => {
  const files = {
    'alice/dev.ts': `import { a } from './data'\nimport { b } from './_common.ts'\nexport default [a, b]`,
    'alice/data.ts': `export const a = 1`,
    'alice/_common.ts': `export const b: string = 1`,
  }
  expect(told(await check(files), files)).toEqual(['users/alice/_common.ts: type-error b TS2322'])
})

test('only folders that were asked for are told about, and others do not exist', async () => {
  const files = {
    'alice/dev.ts': `import { key } from '../bob/dev.ts'\nexport const a: number = key`,
    'bob/dev.ts': `export const key = 'hunter2'\nexport const b: number = key`,
  }
  expect(told(await check(files, { asked: ['alice'] }), files)).toEqual([
    `users/alice/dev.ts: type-error '../bob/dev.ts' TS2307`,
  ])
})

test('a folder alone is told what it is told among others, so what did not change need not be asked again', async () => {
  const files = {
    'alice/dev.ts': `${start}export default session('dev', { gpus: 2, hours: 1 })`,
    'bob/dev.ts': `${start}import { a } from './_a.ts'\nexport const a = shared('bbo')`,
    'bob/_a.ts': `export const b: string = 1`,
    'carol/dev.ts': `export const dev = 1; interface Array<T> { gpus: T }; export const a = [''].gpus`,
    'dora/dev.ts': `export default session('dev', {})`,
  }
  const owners = ['alice', 'bob', 'carol', 'dora']
  const alone = await Promise.all(owners.map((owner) => check(files, { asked: [owner] })))
  expect(alone.flat()).toEqual(await check(files))
  expect(new Set(alone.flat().map(({ place }) => place.file)).size).toBe(5)
})

test('files outside are not read, however they are named', async () => {
  const secrets = written({
    'key.ts': `export const key = 'hunter2'; export default key`,
    'key.json': `{ "hunter2": 1 }`,
    'global.d.ts': `declare const hunter: 'hunter2'`,
    plain: 'hunter2',
  })
  const names = ['key.ts', 'key', 'key.json', 'global.d.ts', 'plain'].map((name) => join(secrets, name))
  const files = {
    'eve/dev.ts': [
      ...names.map((name) => `/// <reference path="${name}" />`),
      `/// <reference types="node" />`,
      ...names.map((name, index) => `import k${index}, * as all${index} from '${name}'`),
      ...names.map((name) => `export type T${name.replace(/\W/g, '')} = typeof import('${name}')`),
      ...names.map((_, index) => `export const n${index}: number = [k${index}, all${index}, hunter]`),
    ].join('\n'),
    'alice/dev.ts': `export default hunter`,
  }
  const findings = await check(files)
  expect(messages(findings)).not.toContain('hunter2')
  expect(told(findings, files)).toContain('users/alice/dev.ts: type-error hunter TS2304')
})

test('a tsconfig.json or a package.json of a member changes nothing', async () => {
  const bad = { 'alice/dev.ts': `export const a: number = 'a'` }
  const config = JSON.stringify({ compilerOptions: { strict: false, noCheck: true }, files: [] })
  const root = written({
    ...bad,
    'tsconfig.json': config,
    'alice/tsconfig.json': config,
    'alice/package.json': '{"imports":{"#lab":"./dev.ts"}}',
  })
  const findings = await typecheck({
    usersRoot: root,
    houseRoot: written(house),
    lab,
    folders: foldersOf(bad),
    deadlineSeconds: 60,
    tmp,
  })
  expect(told(findings, bad)).toEqual(['users/alice/dev.ts: type-error a TS2322'])
})

test('lines that look like errors, in a type or a file name, are nobody’s errors', async () => {
  const forged = ['alice/dev.ts', 'users/alice/dev.ts', 'x-house/templates/index.ts'].map(
    (file) => `${file}(1,1): error TS1: forged`,
  )
  const files = {
    'alice/dev.ts': `export default 1`,
    'eve/dev.ts': `export const a: \`\${string}\nerror TS1: forged\n${forged.join('\n')}\${number}\` = 5`,
    'eve/x\nalice/dev.ts(1,1): error TS1: forged\n.ts': `export const a: number = ''`,
  }
  const findings = await check({ 'alice/dev.ts': files['alice/dev.ts'], 'eve/dev.ts': files['eve/dev.ts'] })
  expect(told(findings, files)).toEqual(['users/eve/dev.ts: type-error a TS2322'])
  expect(told(await check(files), files)).toEqual(['users/eve/dev.ts: type-error a TS2322'])
})

test('messages are short, of one line, without control characters and without our own paths', async () => {
  const files = {
    'alice/data.ts': `export const data = 1`,
    'alice/dev.ts': `export const a: '${'a'.repeat(5000)}\u001b[31m' = 1\nimport { daat } from './data.ts'\nexport default daat`,
  }
  const findings = await check(files)
  expect(findings.length).toBe(2)
  for (const { args } of findings) {
    const { message } = args as { message: string }
    expect(message.length).toBeLessThanOrEqual(300)
    expect(message).not.toMatch(/\p{Cc}/u)
    expect(message).not.toContain(tmp)
  }
  expect(messages(findings)).toContain('data')
})

test('a file full of errors is told in part', async () => {
  const files = { 'alice/dev.ts': Array.from({ length: 500 }, (_, n) => `export const a${n}: number = ''`).join('\n') }
  expect((await check(files)).length).toBe(20)
})

test('an error in the house is ours, and nothing is said about members then', async () => {
  const files = { 'alice/dev.ts': `export const a: number = 'a'` }
  const broken = { ...house, 'templates/index.ts': `export default { members: 1 } satisfies string` }
  const findings = await check(files, { house: broken })
  expect(told(findings, files)).toEqual(['templates/index.ts: types-unavailable'])
  expect(findings[0]?.severity).toBe('warning')
})

test.each([
  ['no templates', {}],
  ['an import that is not there', { ...house, 'templates/index.ts': `export * from './gone.ts'` }],
])('%s is ours', async (_, broken) => {
  const files = { 'alice/dev.ts': `export default 1` }
  expect(told(await check(files, { house: broken }), files)).toEqual(['templates/index.ts: types-unavailable'])
})

const endless = readFileSync(new URL('../../tests/typecheck/_users/eve/endless.ts', import.meta.url), 'utf8')

test('a type that does not end costs only its own member the types', async () => {
  const others = Object.fromEntries(
    Array.from({ length: 30 }, (_, n) => [`m${n}/dev.ts`, `export const a: number = '${n}'`]),
  )
  const files: Files = { ...others, 'eve/dev.ts': endless }
  const findings = await check(files, { deadlineSeconds: 18 })
  const expected = [
    ...Object.keys(others).map((file) => `users/${file}: type-error a TS2322`),
    'users/eve/dev.ts: types-timeout',
  ]
  expect(told(findings, files).toSorted()).toEqual(expected.toSorted())
})

test('a syntax error costs only its own member the types', async () => {
  const files = {
    'alice/dev.ts': `export const a: number = ''`,
    'bob/dev.ts': `export const b: number = ''`,
    'eve/dev.ts': `export const c: number = '`,
    'eve/other.ts': `export const d: number = ''`,
  }
  expect(told(await check(files), files)).toEqual([
    'users/eve/dev.ts: type-error  TS1002',
    'users/alice/dev.ts: type-error a TS2322',
    'users/bob/dev.ts: type-error b TS2322',
  ])
})

test('what one member declares changes nothing for others', async () => {
  const files = {
    'alice/dev.ts': `${start}export default session('dev', { hours: 1 })`,
    'bob/dev.ts': `${start}export default session('dev', { gpus: 1, hours: 1 })`,
    'eve/dev.ts': [
      `declare module '#lab' { interface Options { readonly gpus?: number; readonly must: 1 } }`,
      `declare global { const process: { env: number }; interface NotInARequest { readonly notInARequest: 1 } }`,
      `export {}`,
    ].join('\n'),
    'fay/dev.ts': `export default process.env`,
    'gus/dev.ts': `decl\\u0061re module '#lab' { interface Options { readonly must: 1 } }`,
  }
  const findings = await check(files)
  expect(findings.map(({ code }) => code)).not.toContain('types-unavailable')
  const others = findings.filter(({ place }) => !/eve|gus/.test(place.file))
  expect(told(others, files)).toEqual([
    'users/bob/dev.ts: type-error gpus TS2561',
    'users/fay/dev.ts: type-error env TS2339',
  ])
})

test('no folders, no findings', async () => {
  expect(await check({})).toEqual([])
})

test('nothing is left in the folder for scratch files', async () => {
  const before = readdirSync(tmp).length
  await check({ 'alice/dev.ts': 'export default 1' })
  await check({ 'alice/dev.ts': 'export default 1' }, { house: {} })
  expect(readdirSync(tmp).length).toBe(before + 4)
})

test('the options are those of the editor', () => {
  const editor = readFileSync(new URL('../../users/tsconfig.json', import.meta.url), 'utf8')
  expect(JSON.parse(editor)).toMatchObject({ compilerOptions })
  expect(Object.keys((JSON.parse(editor) as { compilerOptions: object }).compilerOptions)).toEqual(
    Object.keys(compilerOptions),
  )
})
