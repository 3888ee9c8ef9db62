import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { isObject, type Json } from '../model/json.ts'
import { objectId, type Manifest } from '../model/manifest.ts'
import { renderRequest } from './render-request.ts'

const request = { owner: 'alice', name: 'dev', file: 'users/alice/dev.ts' }
const named = (kind: string, name: string): Manifest => ({ apiVersion: 'v1', kind, metadata: { name } })
const shown = (text: string): unknown[] =>
  parseAllDocuments(text, { version: '1.1' }).map((document) => document.toJS() as unknown)

describe('a request as YAML', () => {
  test('names its source in the first line, and separates its objects', () => {
    expect(renderRequest(request, [named('Pod', 'alice-dev'), named('PersistentVolumeClaim', 'alice-data')])).toEqual({
      file: 'alice/dev.yaml',
      text: `# Made by \`lab build\` from users/alice/dev.ts. Do not edit: change that file and build again.
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: alice-data
---
apiVersion: v1
kind: Pod
metadata:
  name: alice-dev
`,
    })
  })

  test('puts what others lean on first, then goes by name', () => {
    const given = [
      'Zebra/a',
      'Job/b',
      'Pod/b',
      'Pod/a',
      'Service/a',
      'Apple/a',
      'ConfigMap/a',
      'PersistentVolumeClaim/a',
    ]
    const manifests = given.map((id) => named(id.split('/')[0] ?? '', id.split('/')[1] ?? ''))
    const ids = shown(renderRequest(request, manifests).text).map((one) => {
      const { kind, metadata } = one as { kind: string; metadata: { name: string } }
      return `${kind}/${metadata.name}`
    })
    expect(ids).toEqual([
      'PersistentVolumeClaim/a',
      'ConfigMap/a',
      'Service/a',
      'Pod/a',
      'Pod/b',
      'Job/b',
      'Apple/a',
      'Zebra/a',
    ])
  })

  test('a file name that could end the header line does not', () => {
    const { text } = renderRequest({ ...request, file: 'users/alice/a\nkind: Secret\n.ts' }, [named('Pod', 'a')])
    expect(shown(text)).toEqual([named('Pod', 'a')])
  })

  test('no object makes no document', () => {
    expect(renderRequest(request, []).text.split('\n')).toHaveLength(2)
  })
})

const value: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 4 }).map((any) => JSON.parse(JSON.stringify(any)) as Json)
const manifests = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom('Pod', 'Job', 'ConfigMap', 'Odd'), fc.string({ maxLength: 5 }), value)
    .map(([kind, name, spec]) => ({ ...named(kind, name), spec })),
  { maxLength: 5, selector: objectId },
)

/** The same data, every map with its keys in another order. */
function reversed(data: Json): Json {
  if (Array.isArray(data)) return data.map(reversed)
  if (!isObject(data)) return data
  return Object.fromEntries(
    Object.entries(data)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  )
}

test('the same data gives the same bytes, in whatever order objects and keys were written', () => {
  fc.assert(
    fc.property(manifests, (given) => {
      const other = given.toReversed().map(reversed) as Manifest[]
      expect(renderRequest(request, other)).toEqual(renderRequest(request, given))
    }),
  )
})

test('every object comes back as it was', () => {
  fc.assert(
    fc.property(manifests, (given) => {
      const found = shown(renderRequest(request, given).text)
      expect(found).toHaveLength(given.length)
      expect(found).toEqual(expect.arrayContaining(given))
    }),
  )
})
