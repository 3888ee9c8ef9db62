import { expect, test } from 'vitest'
import { aPod, changed, codesOf, faultsOf } from '../specimens.ts'
import { imagesPinned } from './images-pinned.ts'

test.each([
  ['a tag', 'docker.io/pytorch/pytorch:2.9.0', []],
  ['latest', 'docker.io/pytorch/pytorch:latest', ['image-unpinned']],
  ['no tag, which is latest', 'docker.io/pytorch/pytorch', ['image-unpinned']],
  ['a port and no tag', 'localhost:5000/pytorch', ['image-unpinned']],
  ['latest of a registry that is dead', 'gitlab-registry.nautilus.optiputer.net/prp/x:latest', []],
  ['latest with a digest', `docker.io/a/b:latest@sha256:${'a'.repeat(64)}`, []],
])('%s', (_, image, codes) => {
  expect(codesOf(imagesPinned, changed(aPod, { 'spec containers 0 image': image }))).toEqual(codes)
})

test('a warning', () => {
  expect(faultsOf(imagesPinned, changed(aPod, { 'spec containers 0 image': 'a/b' }))[0]?.severity).toBe('warning')
})
