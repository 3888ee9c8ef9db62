import { assert, jsonValue, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../model/finding.ts'
import type { Json, Path } from '../model/json.ts'
import { limits } from './limits.ts'
import heard from './kubectl-hears.json' with { type: 'json' }
import { readManifests } from './read-manifests.ts'

interface Row {
  readonly text: string
  /** What kubectl's reader made of it, `null` for an error: k8s.io/apimachinery v0.33.13 with sigs.k8s.io/yaml v1.4.0, run over the texts. */
  readonly kubectl: readonly Json[] | null
  /** Our findings, where we refuse. */
  readonly lab?: readonly string[]
}

const rows = heard as readonly Row[]

const manifestsOf = (text: string) => readManifests(text, 'a.yaml').documents.map(({ manifest }) => manifest)
const findingsOf = (text: string) => readManifests(text, 'a.yaml').findings
const codesOf = (text: string) => findingsOf(text).map(({ code }) => code)
const errorsOf = (text: string) => [
  ...new Set(findingsOf(text).flatMap(({ code, severity }) => (severity === 'error' ? [code] : []))),
]
const at = ({ code, place }: Finding) => `${code} ${place.line}:${place.column}-${place.endLine}:${place.endColumn}`

describe('a text is heard as kubectl hears it, or refused', () => {
  it.each(rows.map((row) => [JSON.stringify(row.text), row] as const))('%s', (_, { text, kubectl, lab }) => {
    expect({ errors: errorsOf(text), heard: lab === undefined && manifestsOf(text) }).toEqual({
      errors: lab ?? [],
      heard: lab === undefined && kubectl,
    })
  })

  it('what kubectl refuses, we never take', () => {
    expect(rows.filter(({ kubectl, lab }) => kubectl === null && lab === undefined)).toEqual([])
  })

  it('JSON is heard as JSON, however it is indented', () => {
    assert(
      property(jsonValue(), (value) => {
        const object = JSON.parse(JSON.stringify({ value })) as Json
        for (const indent of [0, 2, '\t']) expect(manifestsOf(JSON.stringify(object, null, indent))).toEqual([object])
      }),
    )
  })
})

describe('findings stand where the mistake is', () => {
  it.each<[string, string, readonly string[]]>([
    ['a name given twice: the second one', 'a: 1\nb: 2\na: 3\n', ['yaml-key-twice 3:1-3:2']],
    [
      'two objects without a line between them',
      'apiVersion: v1\nkind: Pod\nspec: {a: 1, a: 2}\n'.repeat(2),
      ['yaml-key-twice 3:14-3:15', 'yaml-second-document 4:1-4:11', 'yaml-key-twice 6:14-6:15'],
    ],
    ['in an object between brackets too', 'a: {b: 1, "b": 2}\n', ['yaml-key-twice 1:11-1:14']],
    [
      'all that is wrong, not only the first',
      'on: 1\na: .inf\nb: !t x\nc: *d\n',
      ['yaml-key 1:1-1:3', 'yaml-number 2:4-2:8', 'yaml-tag 3:7-3:8', 'yaml-alias-unknown 4:4-4:6'],
    ],
    ['a tab', 'a:\n\tb: 1\n', ['yaml-tab 2:1-2:2']],
    ['after CRLF and a byte-order mark', '\ufeffa: 1\r\na: 2\r\n', ['yaml-key-twice 2:1-2:2']],
    ['in the second document', 'a: 1\n---\nb: [\n', ['yaml-syntax 4:1-4:2']],
    ['a separator that is none', 'a: 1\n--- b\n', ['yaml-separator 2:1-2:4']],
    ['a document that kubectl would forget', 'a: 1\n...\nb: 2\n', ['yaml-second-document 3:1-3:2']],
    ['what is no object', '- a\n', ['document-not-object 1:1-1:2']],
    ['an item of a list that is no object', 'kind: List\nitems: [{}, 5]\n', ['document-not-object 2:13-2:14']],
    [
      'a bracket that needs its place because a comment stands before it',
      'a: [\n  b # c\n]\n',
      ['yaml-syntax 3:1-3:2'],
    ],
    ['an object on the line of its name', 'a: &x b: 1\n', ['yaml-unclear 1:4-1:5']],
  ])('%s', (_, text, places) => {
    expect(findingsOf(text).map(at)).toEqual(places)
  })

  it('says of a name given twice where the first one is, also far down in a stream', () => {
    expect(findingsOf('x: 1\n---\nm:\n  a: 1\n  b: 1\n  a: 2\n')[0]?.args).toEqual({ key: 'a', line: 4 })
  })

  it('an object with a name given twice is read all the same: the last one counts', () => {
    expect(manifestsOf('a: 1\na: 2\n')).toEqual([{ a: 2 }])
  })
})

describe('streams and lists', () => {
  it('a list is its items, and an item of a `PodList` is a Pod', () => {
    expect(manifestsOf('apiVersion: v1\nkind: List\nitems:\n- kind: Pod\n- kind: Job\n')).toEqual([
      { kind: 'Pod' },
      { kind: 'Job' },
    ])
    expect(manifestsOf('{"apiVersion": "v1", "kind": "PodList", "items": [{"spec": {}}]}')).toEqual([
      { apiVersion: 'v1', kind: 'Pod', spec: {} },
    ])
    expect(manifestsOf('kind: ConfigMap\nitems: [{}]\n')).toHaveLength(1)
  })

  it.each(['', ' \n', '# only a comment\n', '---\n---\n# x\n', 'kind: List\nitems: []\n', 'null\n', '\ufeff'])(
    '%j holds no object, and says so as a warning',
    (text) => {
      expect(readManifests(text, 'empty.yaml')).toEqual({
        documents: [],
        findings: [{ code: 'no-object', args: {}, place: { file: 'empty.yaml' }, severity: 'warning' }],
      })
    },
  )

  it('one broken document hides none of the others', () => {
    expect(manifestsOf('a: 1\n---\nb: [\n---\nc: 3\n')).toEqual([{ a: 1 }, { c: 3 }])
  })
})

const nested = (levels: number) => `a: ${'['.repeat(levels)}${']'.repeat(levels)}`

describe('hostile texts end in a finding', () => {
  const laughs = Array.from(
    { length: 30 },
    (_, index) => `a${index + 1}: &a${index + 1} [${'*aN, '.replace('N', `${index}`).repeat(9)}]\n`,
  )
  const chain = Array.from(
    { length: 50 },
    (_, index) => `b${index}: &b${index} [[[${index === 0 ? '' : `*b${index - 1}`}]]]\n`,
  )

  it.each<[string, string, string]>([
    ['a billion laughs', `a0: &a0 x\n${laughs.join('')}`, 'yaml-alias-bomb'],
    ['brackets without end', nested(100_000), 'yaml-too-deep'],
    [
      'indentation without end',
      Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
      'yaml-too-deep',
    ],
    ['depth by aliases', chain.join(''), 'yaml-too-deep'],
    ['an object in itself', 'a: &a {b: *a}\n', 'yaml-alias-unknown'],
    ['a huge document', `a: ${'x'.repeat(limits.size)}`, 'yaml-too-large'],
    ['bytes that are no text', 'a: \0\n', 'yaml-character'],
  ])('%s', (_, text, code) => {
    expect(codesOf(text)).toContain(code)
    expect(manifestsOf(text)).toEqual([])
  })

  it('but aliases as such are fine, and so are a hundred levels and a megabyte', () => {
    expect(manifestsOf('a: &x {p: [1]}\nb: *x\nc: [*x, *x]\n')).toEqual([
      { a: { p: [1] }, b: { p: [1] }, c: [{ p: [1] }, { p: [1] }] },
    ])
    expect(codesOf(nested(limits.depth - 2))).toEqual([])
    expect(codesOf(`a: ${'x'.repeat(2 ** 20)}\nb: |\n${'  line\n'.repeat(200_000)}`)).toEqual([])
  })

  it('`__proto__` is a name like others', () => {
    const [manifest] = manifestsOf('__proto__: {polluted: 1}\nb: {__proto__: 1}\n')
    expect(JSON.stringify(manifest)).toBe('{"__proto__":{"polluted":1},"b":{"__proto__":1}}')
    expect(Object.getPrototypeOf(manifest)).toBe(Object.prototype)
  })
})

describe('places', () => {
  const text = [
    'kind: List',
    'items:',
    '- &base',
    '  kind: Pod',
    '  metadata: {name: "a b", labels: }',
    '  args:',
    '    - one',
    '    - >-',
    '      two',
    '      lines',
    '- <<: *base',
    '  kind: Job',
  ].join('\n')
  const { documents } = readManifests(text, 'list.yaml')
  const pointed = (document: number, path: Path, what?: 'key' | 'value') => {
    const place = documents[document]?.place(path, what)
    const lines = text.split('\n').slice((place?.line ?? 1) - 1, place?.endLine)
    const last = lines.length - 1
    const cut = lines.map((line, index) => (index === last ? line.slice(0, (place?.endColumn ?? 1) - 1) : line))
    return cut.map((line, index) => (index === 0 ? line.slice((place?.column ?? 1) - 1) : line)).join('\n')
  }

  it.each<[string, number, Path, 'key' | 'value' | undefined, string]>([
    ['a value, with its quotes', 0, ['metadata', 'name'], undefined, '"a b"'],
    ['its name, if asked', 0, ['metadata', 'name'], 'key', 'name'],
    ['the name of an object or a list', 0, ['args'], undefined, 'args'],
    ['the name of a value that is left out', 0, ['metadata', 'labels'], undefined, 'labels'],
    ['an item', 0, ['args', 0], undefined, 'one'],
    ['a block of text to its last letter', 0, ['args', 1], undefined, 'two\n      lines'],
    ['what is missing: what should hold it', 0, ['metadata', 'namespace'], undefined, 'metadata'],
    ['what is missing in an item', 0, ['args', 7], undefined, 'args'],
    ['the item itself', 0, [], undefined, 'k'],
    ['what came by a merge: where it is written', 1, ['metadata', 'name'], undefined, '"a b"'],
    ['what is written over a merge', 1, ['kind'], undefined, 'Job'],
  ])('%s', (_, document, path, what, written) => {
    expect(pointed(document, path, what)).toBe(written)
  })

  it('every text and number of any JSON stands where its place says', () => {
    assert(
      property(jsonValue(), (value) => {
        const object = JSON.parse(JSON.stringify({ value })) as Json
        const written = JSON.stringify(object, null, 1)
        const [document] = readManifests(written, 'a.json').documents
        for (const [path, leaf] of leavesOf(object)) {
          const { line = 1, column = 1, endColumn } = document?.place(path, 'value') ?? {}
          const there = written.split('\n')[line - 1]?.slice(column - 1, (endColumn ?? 1) - 1) ?? ''
          expect(JSON.parse(there)).toEqual(leaf)
        }
      }),
    )
  })
})

function leavesOf(value: Json, path: Path = []): readonly (readonly [Path, Json])[] {
  if (Array.isArray(value)) return value.flatMap((item: Json, index) => leavesOf(item, [...path, index]))
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, field]) => leavesOf(field, [...path, key]))
}
