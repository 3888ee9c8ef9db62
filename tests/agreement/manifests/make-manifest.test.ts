import { describe, expect, test } from 'vitest'
import { isObject, type Json } from '../../../scripts/model/json.ts'
import type { Manifest } from '../../../scripts/model/manifest.ts'
import { put } from '../changes/edit.ts'
import { made } from '../measure.ts'
import { judge } from '../verdict/ours.ts'
import { kinds } from './make-manifest.ts'
import { neverMade } from './never-made.ts'
import { allFields } from './schema.ts'
import { type Site, sitesOf } from './sites.ts'
import { usedFields } from './used-fields.ts'

const manifests: readonly Manifest[] = Array.from({ length: 6000 }, (_, index) => made({ seed: 1, kinds }, index).base)
const used = usedFields(manifests)
const usedDefinitions = new Set([...used].map(definitionOf))

describe('what is made', () => {
  test('has every field of the schema somewhere, but for those that lab refuses', () => {
    expect(allFields.filter((field) => !used.has(field) && !neverMade.has(field))).toEqual([])
    expect([...neverMade.keys()].filter((field) => used.has(field))).toEqual([])
  })

  test('passes lab, as it is', () => {
    const refused = manifests.flatMap((manifest) => judge(manifest).map((fault) => ({ fault, manifest })))
    expect(refused.slice(0, 3)).toEqual([])
  })

  test('is the same for the same seed and number, whatever else was made', () => {
    const first = text(7, 3)
    expect(text(7, 4)).not.toBe(first)
    expect(text(7, 3)).toBe(first)
    expect(text(8, 3)).not.toBe(first)
  })
})

function text(seed: number, index: number): string {
  return JSON.stringify(made({ seed, kinds }, index))
}

/** Fields that stand in something that is made; the fields of what they hold never come up. */
const entrances = [...neverMade].filter(([field]) => usedDefinitions.has(definitionOf(field)))

function definitionOf(field: string): string {
  return field.slice(0, field.indexOf('.'))
}

describe('what is never made is refused by lab', () => {
  test('and stands somewhere', () => {
    expect(entrances).toHaveLength(Object.keys(specimens).length)
  })

  test.each(entrances)('%s: %s', (field, code) => {
    const [definition, name = ''] = field.split('.')
    const isHome = ({ shape, path, value }: Site) =>
      shape?.definition === definition && path[0] === 'spec' && isObject(value)
    const home = manifests.find((manifest) => sitesOf(manifest).some(isHome)) ?? {}
    const path = sitesOf(home).find(isHome)?.path ?? []
    expect(judge(put(home, [...path, name], specimens[name] ?? [])).map((fault) => fault.code)).toContain(code)
  })
})

/** A value for each such field, right by its shape. */
const specimens: Readonly<Record<string, Json>> = {
  ephemeralContainers: [{ name: 'debug', image: 'a' }],
  resourceClaims: [{ name: 'a' }],
  claims: [{ name: 'a' }],
  resources: { limits: { cpu: '1' } },
  stopSignal: 'SIGTERM',
  image: { reference: 'a' },
  clusterTrustBundle: { path: 'a' },
  volumeAttributesClassName: 'a',
}
