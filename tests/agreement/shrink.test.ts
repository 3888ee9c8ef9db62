import { expect, test } from 'vitest'
import type { Manifest } from '../../scripts/model/manifest.ts'
import { drawing } from './draw.ts'
import { makeManifest } from './manifests/make-manifest.ts'
import { put } from './changes/edit.ts'
import { shrink } from './shrink.ts'

function isBad(value: Manifest): boolean {
  return JSON.stringify(value).includes('bad')
}

test('what a disagreement does not depend on goes, and long things become short', async () => {
  const made = makeManifest('Deployment', drawing(3, 3))
  const manifest = put(
    made,
    ['spec', 'template', 'spec', 'containers', 0, 'args'],
    [...Array(200).fill('x'), 'bad'.repeat(99)],
  )
  const smallest = await shrink(manifest, async (smaller) => isBad(smaller))
  expect(isBad(smallest)).toBe(true)
  expect(smallest).toMatchObject({ apiVersion: 'apps/v1', kind: 'Deployment' })
  expect(JSON.stringify(smallest).length).toBeLessThan(180)
})

test('what is as small as can be stays', async () => {
  const manifest = { apiVersion: 'v1', kind: 'Pod', spec: { a: 1 } }
  expect(await shrink(manifest, async (smaller) => JSON.stringify(smaller).includes('"a":1'))).toEqual(manifest)
})

test('it asks only so often', async () => {
  let asked = 0
  await shrink(makeManifest('Pod', drawing(1, 1)), async () => ++asked < 0)
  await shrink(makeManifest('Pod', drawing(1, 2)), async () => ++asked < 10_000)
  expect(asked).toBeLessThan(1_300)
})
