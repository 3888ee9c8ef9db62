import * as fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import awkward from '../../scripts/render/awkward.json' with { type: 'json' }
import { isObject, type Json } from '../../scripts/model/json.ts'
import type { Manifest } from '../../scripts/model/manifest.ts'
import { renderRequest } from '../../scripts/render/index.ts'
import { openCluster } from '../control-plane/cluster.ts'
import { drawing } from './draw.ts'
import { kinds, makeManifest } from './manifests/make-manifest.ts'

const cluster = await openCluster(inject('clusterFolder'))
const request = { owner: 'alice', name: 'x', file: 'users/alice/x.ts' }

const breaks = [
  '\n',
  '\r',
  '\r\n',
  '\t',
  '\u0085',
  '\u2028',
  '\n\n',
  '\n ',
  ' \n',
  '\n# ',
  '\n---\n',
  '\n...\n',
  ': ',
  ' #',
  '- ',
  '{{',
  '%',
]
const pieces = [
  ...awkward.rows.map(({ text }) => text),
  ...breaks,
  'alice',
  'é',
  '😀',
  '\u0000',
  '\ufeff',
  '"',
  "'",
  '\\',
]
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'binary', maxLength: 5 })), {
    maxLength: 5,
  })
  .map((parts) => parts.join(''))

/** The manifest with a text of its own in every place where one can stand: values, list items, and the keys of maps. */
function retold(value: Json, next: () => string): Json {
  if (typeof value === 'string') return next()
  if (Array.isArray(value)) return value.map((item: Json) => retold(item, next))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [isFree(key) ? next() : key, retold(item, next)]),
  )
}

/** No field is written like these keys of labels and annotations. */
function isFree(key: string): boolean {
  return !/^[a-z]+([A-Z][A-Za-z]*)?$/.test(key)
}

const documents = fc
  .array(fc.record({ seed: fc.nat(), texts: fc.array(text, { minLength: 20, maxLength: 60 }) }), {
    minLength: 40,
    maxLength: 40,
  })
  .map((all) =>
    all.map(({ seed, texts }, index): Manifest => {
      let next = 0
      const {
        apiVersion,
        kind,
        metadata: _metadata,
        ...rest
      } = makeManifest(kinds[index % kinds.length] ?? 'Pod', drawing(seed, index))
      const told = retold(rest, () => texts[next++ % texts.length] ?? '') as Manifest
      const [one = '', other = '', ...more] = texts
      const free = { [one]: texts, [other]: [[one, [other]], { [one]: { [other]: more } }] }
      return {
        apiVersion: apiVersion ?? '',
        kind: kind ?? '',
        metadata: { name: `d${index}`, annotations: { [one]: other, [other]: one } },
        ...told,
        free,
      }
    }),
  )

/** kubectl writes one JSON text after the other. */
function objectsOf(output: string): readonly Manifest[] {
  return output
    .split(/^(?=\{)/m)
    .filter((part) => part.trim() !== '')
    .map((part) => JSON.parse(part) as Manifest)
}

test('kubectl reads of rendered YAML what was rendered, whatever texts stand in it, and wherever', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (manifests) => {
      const { text: input } = renderRequest(request, manifests)
      const said = await cluster.kubectl(['create', '--dry-run=client', '--validate=false', '-o', 'json', '-f', '-'], {
        input,
      })
      expect(said).toMatchObject({ exitCode: 0, stderr: '' })
      const heard = new Map(objectsOf(said.stdout).map((one) => [(one['metadata'] as { name: string }).name, one]))
      const namespace = cluster.namespace
      for (const manifest of manifests) {
        const { metadata, ...rest } = manifest as { metadata: { name: string } }
        expect(heard.get(metadata.name)).toEqual({ ...rest, metadata: { ...metadata, namespace } })
      }
    }),
    { numRuns: 12, endOnFailure: true },
  )
})
