import type { Case } from '../case.ts'

const lab = "import { service, session, shared, volume } from '#lab'\n"
const hand = "{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } }"
const data = `${lab}export const data = volume('data', '1Gi')`
const pod = "session('dev', { gpu: '1x24GB', image: 'pytorch', hours: 6 })"

/** What is exported in place of manifests, too often, or not at all. */
export const exported: readonly Case[] = [
  ['nothing', '', ['request-empty']],
  ['a comment', '// later', ['request-empty']],
  ['a type', 'export type A = 1', ['request-empty']],
  ['an empty list', 'export default []', ['request-empty']],
  ['a text', "export const a = 'a'", ['export-not-manifest 1:14']],
  ['a number', 'export default 1', ['export-not-manifest 1:1']],
  ['a truth', 'export let a = true', ['export-not-manifest 1:12']],
  ['null', 'export const a = null', ['export-not-manifest 1:14']],
  ['undefined', 'export let a', ['export-not-manifest 1:12']],
  ['a function', 'export function f() {}', ['export-not-manifest 1:17']],
  ['a class', 'export class A {}', ['export-not-manifest 1:14']],
  ['a symbol', 'const s = Symbol()\nexport { s as t }', ['export-not-manifest 2:15']],
  ['a promise', `export default Promise.resolve(${hand})`, ['export-not-manifest 1:1']],
  ['a promise that was awaited', `export default await Promise.resolve(${hand})`, ['Pod/a']],
  ['an object', 'export const options = { gpu: 1 }', ['export-not-manifest 1:14']],
  ['a Map', 'export const a = new Map()', ['export-not-manifest 1:14']],
  [
    'an instance that looks like a manifest',
    `export const a = new (class { apiVersion = 'v1'; kind = 'Pod' })()`,
    ['export-not-manifest 1:14'],
  ],
  ['a list with something else in it', `export default [\n  ${hand},\n  'a']`, ['export-not-manifest 3:3', 'Pod/a']],
  ['a list in a list', `export default [[${hand}]]`, ['export-not-manifest 1:17']],
  ['a list with a hole', `export default [, ${hand}]`, ['export-not-manifest 1:1', 'Pod/a']],
  ["somebody's disk", `${lab}export default shared('bob', 'data')`, ['export-not-manifest 2:1']],
  [
    'what a name stands for',
    "const a = 'a'\nexport { a as b, a as default }",
    ['export-not-manifest 2:15', 'export-not-manifest 2:23'],
  ],

  [
    'the same twice',
    `${lab}export const a = volume('a', '1Gi')\nexport default a`,
    ['exported-twice 3:1', 'PersistentVolumeClaim/alice-a'],
  ],
  ['twice in a list', `const a = ${hand}\nexport default [a,\n  a]`, ['exported-twice 3:3', 'Pod/a']],
  ['re-exporting', { 'dev.ts': "export { data } from './data'", 'data.ts': data }, ['re-exported 1:10']],
  ['re-exporting all', { 'dev.ts': "\nexport * from './data'", 'data.ts': data }, ['re-exported 2:1']],
  [
    're-exporting by hand',
    { 'dev.ts': "import { data } from './data'\nexport default [data]", 'data.ts': `export const data = ${hand}` },
    ['re-exported 2:17'],
  ],
  [
    're-exporting from a helper',
    { 'dev.ts': "export { data } from './_data'", '_data.ts': data },
    ['PersistentVolumeClaim/alice-data'],
  ],
  [
    'importing',
    {
      'dev.ts': `${lab}import { data } from './data'\nexport default session('dev', { gpu: '1x24GB', image: 'pytorch', hours: 6, mounts: { '/d': data } })`,
      'data.ts': data,
    },
    ['Pod/alice-dev'],
  ],

  [
    'a call that is not exported',
    `${lab}const a = volume('a', '1Gi')\n\n  ${pod}`,
    ['not-exported 2:11', 'not-exported 4:3'],
  ],
  ['calls in a loop', `${lab}for (let i = 0; i < 3; i++)\n  volume('a' + i, '1Gi')`, ['not-exported 3:3']],
  [
    'a call in a helper',
    {
      'dev.ts': `import { a } from './_a'\nexport default ${hand}`,
      '_a.ts': `${lab}export const a = volume('a', '1Gi')`,
    },
    ['Pod/a'],
  ],
  [
    'a call that came too late',
    `${lab}const all = [${hand}]\nexport default all\nPromise.resolve().then(() => all.push(volume('a', '1Gi')))`,
    ['Pod/a', 'PersistentVolumeClaim/alice-a'],
  ],
  [
    'a call in a function that nobody calls',
    `${lab}export default ${hand}\nconst f = () => volume('a', '1Gi')`,
    ['Pod/a'],
  ],

  [
    '200 objects',
    `${lab}export default Array.from({ length: 200 }, (_, i) => ({ ...${hand}, i }))`,
    ['objects-too-many 2:1', ...Array.from({ length: 100 }, () => 'Pod/a')],
  ],
  ['a list of a hundred thousand', `const a = ${hand}\nexport default Array(1e5).fill(a)`, ['objects-too-many 2:1']],
  ['a long list', `export default Array(5000)`, ['objects-too-many 1:1']],
  [
    'faulty options',
    `${lab}export default session('dev', { gpus: 2, image: 'pytorhc', hours: 12 })`,
    [
      'call option-unknown 1.gpus',
      'call option-value-unknown 1.image',
      'call option-over-limit 1.hours',
      'Pod/alice-dev',
    ],
  ],
  [
    'faulty options in a loop',
    `${lab}export default [1, 2].map((n) => volume('a' + n, 'x'))`,
    ['call option-invalid 1', 'PersistentVolumeClaim/alice-a1', 'PersistentVolumeClaim/alice-a2'],
  ],
  [
    'faulty options of another request',
    {
      'dev.ts': "import { data } from './data'\nexport const a = " + hand,
      'data.ts': `${lab}export const data = volume('data', 'x')`,
    },
    ['Pod/a'],
  ],
  [
    'faulty options of a helper',
    {
      'dev.ts': "import { data } from './_data'\nexport const a = " + hand,
      '_data.ts': `${lab}export const data = volume('data', 'x')`,
    },
    ['call option-invalid 1', 'Pod/a'],
  ],
]
