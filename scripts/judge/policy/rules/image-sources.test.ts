import { expect, test } from 'vitest'
import { aPod, changed, faultsOf } from '../specimens.ts'
import { imageSources } from './image-sources.ts'

const digest = `sha256:${'a'.repeat(64)}`

test.each([
  ['docker.io/pytorch/pytorch:2.9.0', []],
  ['pytorch/pytorch:2.9.0', []],
  ['python:3.13', []],
  [`docker.io/pytorch/pytorch@${digest}`, []],
  [`docker.io/pytorch/pytorch:2.9.0@${digest}`, []],
  ['ghcr.io/lab/vit:1', []],
  ['registry.example.edu/lab/own:1', []],
  ['registry.example.edu/lab/own:2', [['image-unlisted', 'registry.example.edu/lab/own:2']]],
  ['ghcr.io/labour/vit:1', [['image-unlisted', 'ghcr.io/labour/vit:1']]],
  ['docker.io.evil.com/x/y:1', [['image-unlisted', 'docker.io.evil.com/x/y:1']]],
  ['evil.com/docker.io/x:1', [['image-unlisted', 'evil.com/docker.io/x:1']]],
  ['localhost:5000/x:1', [['image-unlisted', 'localhost:5000/x:1']]],
  ['gitlab-registry.nautilus.optiputer.net/prp/jupyterlab:latest', [['image-registry-dead', undefined]]],
  ['GitLab-Registry.Nautilus.Optiputer.net/prp/jupyterlab:1', [['image-registry-dead', undefined]]],
  ['PyTorch/pytorch:1', [['image-malformed', undefined]]],
  ['docker.io/pytorch/pytorch:2.9.0 ', [['image-malformed', undefined]]],
  ['https://docker.io/pytorch/pytorch:1', [['image-malformed', undefined]]],
  ['docker.io/../pytorch:1', [['image-malformed', undefined]]],
  ['docker.io/pytorch/pytorch@sha256:abc', [['image-malformed', undefined]]],
  ['a'.repeat(600), [['image-malformed', undefined]]],
])('%s', (image, expected) => {
  const faults = faultsOf(imageSources, changed(aPod, { 'spec containers 0 image': image }))
  expect(faults.map(({ code, lift }) => [code, lift])).toEqual(expected)
})

test("of every container; and a missing image is the API server's", () => {
  const init = [{ name: 'a', image: 'evil.com/x:1' }, { name: 'b' }]
  expect(faultsOf(imageSources, changed(aPod, { 'spec initContainers': init })).map(({ path }) => path)).toEqual([
    ['spec', 'initContainers', 0, 'image'],
  ])
})
