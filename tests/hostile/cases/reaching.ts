import type { Case } from '../case.ts'

/** Attempts to reach something outside: names that exist elsewhere, constructors of code, imports. */
export const reaching: readonly Case[] = [
  ...absent('process', '.exit(1)'),
  ...absent('require', '("fs")'),
  ...absent('fetch', '("https://example.org")'),
  ...absent('console', '.log(1)'),
  ...absent('eval', '("1")'),
  ...absent('Function', '("return 1")()'),
  ...absent('WebAssembly', '.Module'),
  ...absent('setTimeout', '(() => {}, 0)'),
  ...absent('setInterval', '(() => {}, 0)'),
  ...absent('queueMicrotask', '(() => {})'),
  ...absent('Date', '.now()'),
  ...absent('performance', '.now()'),
  ...absent('Temporal', '.Now'),
  ...absent('Intl', '.DateTimeFormat().resolvedOptions().timeZone'),
  ...absent('crypto', '.randomUUID()'),
  ...absent('Proxy', '.revocable({}, {})'),
  ...absent('SharedArrayBuffer', '.length'),
  ...absent('Atomics', '.wait'),
  ...absent('Uint8Array', '.from([1])'),
  ...absent('WeakRef', '.length'),
  ...absent('FinalizationRegistry', '.length'),
  ...absent('structuredClone', '({})'),
  ...absent('Buffer', '.from("x")'),
  ['a new date', '\n  new Date()', ['name-absent 2:7']],
  ['chance', '\n  Math.random()', ['name-absent 2:3']],
  ['chance under another name', 'const { random } = Math\nrandom()', ['name-absent 2:1']],
  ['a name that nobody knows', '\n  foo()', ['name-unknown 2:3']],
  ['a template that was not imported', '\n  volume("a", "1Gi")', ['name-unknown 2:3']],
  [
    'asking whether it is there',
    'if (typeof process !== "undefined" || globalThis.process) throw new Error()',
    ['request-empty'],
  ],
  ['the global object', 'Object.getOwnPropertyNames(globalThis).includes("process") && foo', ['request-empty']],
  ['a time zone', '(1).toLocaleString("de", { timeZone: "UTC" })', ['request-empty']],

  ['code from a function', '\n(() => {}).constructor("return 1")()', ['threw 2:35']],
  ['code from a generator', '(function* () {}).constructor("return 1")', ['request-empty']],
  ['code from an async function', '(async () => {}).constructor("return 1")', ['request-empty']],
  [
    'code through a prototype',
    'Object.getPrototypeOf(async function* () {}).constructor("throw 1")',
    ['request-empty'],
  ],
  ['code through Reflect', 'Reflect.construct((() => {}).constructor, ["throw 1"])', ['request-empty']],

  ['Node', imports('node:fs'), ['import-refused 2:15']],
  ['Node by its bare name', imports('fs'), ['import-refused 2:15']],
  ['an address', imports('https://example.org/x.ts'), ['import-refused 2:15']],
  ['data as an address', imports('data:text/javascript,export default 1'), ['import-refused 2:15']],
  ['a file as an address', imports('file:///etc/passwd'), ['import-refused 2:15']],
  ['an absolute path', imports('/etc/passwd'), ['import-refused 2:15']],
  ['a path of Windows', imports('C:\\x.ts'), ['import-refused 2:15']],
  ['the lab page', imports('../../lab.config.ts'), ['import-refused 2:15']],
  ['the lab page by its inner name', imports('#lab/config'), ['import-refused 2:15']],
  ['the inside of templates', imports('../../templates/context.ts'), ['import-refused 2:15']],
  ['the inside of templates by its inner name', imports('templates/context.ts'), ['import-refused 2:15']],
  ['our own harness', imports('lab:guest/read-out.ts'), ['import-refused 2:15']],
  ['our own entry', imports('lab:entry'), ['import-refused 2:15']],
  ['another member', imports('../bob/data.ts'), ['import-refused 2:15']],
  ['another member by a whole name', imports('users/bob/data.ts'), ['import-refused 2:15']],
  ['the root', imports('../../package.json'), ['import-refused 2:15']],
  ['far outside', imports('../../../../../etc/passwd'), ['import-refused 2:15']],
  ['a folder below', imports('./sub/data.ts'), ['import-refused 2:15']],
  ['back and forth', imports('./../alice/data.ts'), ['import-refused 2:15']],
  ['what is no TypeScript', imports('./data.json'), ['import-refused 2:15']],
  ['a package', imports('lodash'), ['import-refused 2:15']],
  ['a file that is not there', imports('./nothing'), ['import-missing 2:15']],
  ['nothing at all', imports(''), ['import-refused 2:15']],
  [
    'all that is wrong at once, in every file',
    { 'dev.ts': "import './b'\nimport 'node:fs'\nimport './c'", 'b.ts': "\nimport '../bob/x.ts'\nimport './nope.ts'" },
    ['import-refused 2:8', 'import-missing 3:8', 'import-refused b.ts:2:8', 'import-missing b.ts:3:8'],
  ],
  [
    'exporting from elsewhere',
    "export * from 'node:os'\nexport { x } from 'fs'",
    ['import-refused 1:15', 'import-refused 2:19'],
  ],
  ['a dynamic import', '\nawait import("node:fs")', ['import-refused 2:14']],
  ['one that is computed', '\nawait import("node:" + "fs")', ['import-refused 2:7']],
  ['one whose failure is caught', '\nimport("node:fs").catch(() => {})', ['import-refused 2:8']],
  ['one in a function', 'const f = () => import("../bob/x.ts")\nf()', ['import-refused 1:24']],
  ['one with a type', 'import x from "./x.json" with { type: "json" }', ['import-refused 1:15']],
  [
    'one of templates',
    'const { volume } = await import("#lab")\nexport default volume("a", "1Gi")',
    ['PersistentVolumeClaim/alice-a'],
  ],
  [
    'one of a file with types',
    {
      'dev.ts': "const { it } = await import('./b').catch(() => ({}))\nexport default it",
      'b.ts': "export const it: object = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } }",
    },
    ['re-exported 2:1'],
  ],
  ['what the module knows of itself', 'if (Object.keys(import.meta).length > 0) foo', ['request-empty']],

  [
    'a cycle',
    {
      'dev.ts': "import { b } from './b'\nexport const a = 1\nb()",
      'b.ts': "import { a } from './dev'\nexport const b = () => a",
    },
    ['export-not-manifest 2:14'],
  ],
  [
    'a cycle that reads too early',
    {
      'dev.ts': "import { b } from './b'\nexport const a = b",
      'b.ts': "import { a } from './dev.ts'\nexport const b = a",
    },
    ['name-too-early b.ts:2:18'],
  ],
  ['a cycle of stars', { 'dev.ts': "export * from './b'", 'b.ts': "export * from './dev'" }, ['request-empty']],
  ['itself', "import * as me from './dev'\nexport default me", ['export-not-manifest 2:1']],
  ['a name that is not there', "import { sesion } from '#lab'", ['export-missing 1:10']],
  ['a type as a value', "import { session, SessionOptions } from '#lab'", ['export-missing 1:19']],
  [
    'a name that another file has not',
    { 'dev.ts': "import {\n  x,\n} from './b'", 'b.ts': 'export const y = 1' },
    ['export-missing 2:3'],
  ],
  ['a file that cannot be read', { 'dev.ts': "import './b'", 'b.ts': 'let a = ;' }, ['syntax-error b.ts:1:9']],
]

function absent(name: string, use: string): readonly Case[] {
  return [[name, `\n  ${name}${use}`, ['name-absent 2:3']]]
}

function imports(specifier: string): string {
  return `\nimport x from ${JSON.stringify(specifier)}\nexport default x`
}
