import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Which rooms a room may import from, besides itself. `model` is the nouns: it imports nothing of ours. */
const law: Readonly<Record<string, readonly string[]>> = {
  'scripts/model': [],
  'scripts/discover': ['scripts/model'],
  'scripts/evaluate': ['scripts/model'],
  'scripts/house': ['scripts/model'],
  'scripts/typecheck': ['scripts/model'],
  'scripts/judge/schema': ['scripts/model', 'schemas'],
  'scripts/judge/api': ['scripts/model'],
  'scripts/judge/policy': ['scripts/model'],
  'scripts/judge/lab': ['scripts/model'],
  'scripts/locate': ['scripts/model'],
  'scripts/read': ['scripts/model'],
  'scripts/render': ['scripts/model'],
  'scripts/report': ['scripts/model'],
  'scripts/schemas': ['scripts/model'],
  'scripts/history': ['scripts/model'],
  'scripts/change': ['scripts/model'],
  'scripts/decide': ['scripts/model'],
  'scripts/review': ['scripts/model'],
  'scripts/github': ['scripts/model'],
  'scripts/obey': ['scripts/model'],
  'scripts/repository': ['scripts/model'],
  'scripts/cluster': ['scripts/model'],
  'scripts/pending': ['scripts/model'],
  'scripts/desire': ['scripts/model'],
  'scripts/plan': ['scripts/model'],
  'scripts/apply': ['scripts/model'],
  'scripts/audit': ['scripts/model'],
  'scripts/pipeline': [
    'scripts/model',
    'scripts/discover',
    'scripts/evaluate',
    'scripts/house',
    'scripts/typecheck',
    'scripts/judge/schema',
    'scripts/judge/api',
    'scripts/judge/policy',
    'scripts/judge/lab',
    'scripts/locate',
    'scripts/read',
    'scripts/history',
    'scripts/change',
    'scripts/decide',
    'scripts/review',
    'scripts/obey',
    'scripts/desire',
    'scripts/plan',
    'scripts/apply',
    'scripts/audit',
    'scripts/cluster',
    'scripts/pending',
    'scripts/render',
    'templates',
  ],
  'scripts/commands': [
    'scripts/model',
    'scripts/pipeline',
    'scripts/render',
    'scripts/report',
    'scripts/schemas',
    'scripts/history',
    'scripts/cluster',
    'scripts/change',
    'scripts/github',
    'scripts/review',
    'scripts/obey',
    'scripts/repository',
  ],
  'scripts/lab.ts': ['scripts/model', 'scripts/commands'],
  templates: ['scripts/model', 'lab.config.ts'],
  'lab.config.ts': ['scripts/model'],
}

/** Packages that only one room may know. */
const packages: Readonly<Record<string, readonly string[]>> = {
  yaml: ['scripts/render'],
  'js-yaml': ['scripts/read', 'scripts/cluster'],
  ajv: ['scripts/schemas'],
  zx: ['scripts/commands'],
  unbash: ['scripts/judge/policy'],
  acorn: ['scripts/locate', 'scripts/evaluate', 'scripts/house'],
  tinypool: ['scripts/pipeline'],
  commander: ['scripts/lab.ts'],
  '@octokit': ['scripts/github'],
  '@jitl/quickjs-wasmfile-release-sync': ['scripts/evaluate'],
  'quickjs-emscripten-core': ['scripts/evaluate'],
}

interface Import {
  readonly from: string
  readonly to: string
}

/** Imports and re-exports begin a line or end a list of names; calls of `import()` stand anywhere. */
const importing = /^(?:import\b[^'\n]*|export\b[^'\n]* from |\} from )'([^']+)'|\bimport\('([^']+)'\)/gm

const files = globSync(['scripts/**/*.ts', 'templates/**/*.ts', 'lab.config.ts']).filter(
  (file) => !/\.(?:test|fixture)\.ts$/.test(file),
)
const imports = files.flatMap(importsOf)

function importsOf(file: string): readonly Import[] {
  const found = [...readFileSync(file, 'utf8').matchAll(importing)]
  return found.map(([, stated = '', called = '']) => ({ from: file, to: resolved(file, stated || called) }))
}

function resolved(file: string, specifier: string): string {
  if (specifier === '#lab/config') return 'lab.config.ts'
  if (specifier === '#lab') return 'templates/index.ts'
  return specifier.startsWith('.') ? relative('.', join(dirname(file), specifier)) : specifier
}

function roomOf(path: string): string | undefined {
  return Object.keys(law).find((room) => path === room || path.startsWith(`${room}/`))
}

describe('the law of imports', () => {
  test('the search sees the code', () => {
    expect(imports.length).toBeGreaterThan(100)
  })

  test('every file of ours stands in a room of the law', () => {
    expect(files.filter((file) => roomOf(file) === undefined)).toEqual([])
  })

  test('no room imports a room that it may not know', () => {
    const ours = imports.filter(({ to }) => /^(scripts|templates|schemas)\/|^lab\.config\.ts$/.test(to))
    expect(ours.filter(({ from, to }) => !mayKnow(from, to))).toEqual([])
  })

  test('no room imports a package that belongs to another', () => {
    expect(imports.filter(({ from, to }) => !mayUse(from, to))).toEqual([])
  })
})

function mayKnow(from: string, to: string): boolean {
  const room = roomOf(from) ?? from
  return [room, ...(law[room] ?? [])].some((known) => to === known || to.startsWith(`${known}/`))
}

function mayUse(from: string, to: string): boolean {
  const owners = Object.entries(packages).find(([name]) => to === name || to.startsWith(`${name}/`))?.[1]
  return owners === undefined || owners.includes(roomOf(from) ?? from)
}
