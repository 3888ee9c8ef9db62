import { expect, test } from 'vitest'
import { at } from './at.ts'
import { demandOf } from './demand-of.ts'
import { deployment, job, pod } from '../judge/lab/lab.fixture.ts'
import { kindOf, type Manifest } from './manifest.ts'
import { podSpecPath } from './pod-spec-path.ts'

const gpus = { gpu: 2, cpu: '1500m', memory: '1Gi' }
const demand = (manifest: Manifest) => demandOf(manifest, at(manifest, ...(podSpecPath(kindOf(manifest)) ?? [])))

test.each([
  ['a Pod', pod('a', { ...gpus, hours: 6 }), { pods: 1, gpus: 2, gpuSeconds: 2 * 6 * 3600 }],
  ['a Job', job('a', { ...gpus, hours: 6 }), { pods: 1, gpus: 2, gpuSeconds: 2 * 6 * 3600 }],
  [
    'a sweep, three at a time',
    job('a', { ...gpus, hours: 6, parallelism: 3, completions: 9 }),
    { pods: 3, gpus: 6, gpuSeconds: 6 * 6 * 3600 },
  ],
  ['no more at a time than there are', job('a', { ...gpus, parallelism: 9, completions: 3 }), { pods: 3, gpus: 6 }],
  ['a work queue has no completions', job('a', { ...gpus, parallelism: 9 }), { pods: 9, gpus: 18 }],
  ['a Job that is held at nothing', job('a', { ...gpus, parallelism: 0 }), { pods: 0, gpus: 0, gpuSeconds: 0 }],
  ['less than nothing', job('a', { ...gpus, parallelism: -3 }), { pods: 0, gpus: 0 }],
  ['a Deployment', deployment('a', { ...gpus, replicas: 3 }), { pods: 3, gpus: 6, gpuSeconds: null }],
  ['a Deployment of one', deployment('a'), { pods: 1, gpus: 0, gpuSeconds: 0 }],
  ['GPUs without an end', pod('a', gpus), { gpus: 2, gpuSeconds: null }],
  ['no GPUs and no end', pod('a', { cpu: 1 }), { gpus: 0, gpuSeconds: 0 }],
  ["the Job's clock, not its pods'", job('a', { ...gpus, spec: { activeDeadlineSeconds: 60 } }), { gpuSeconds: null }],
])('%s', (_, manifest, expected) => {
  expect(demand(manifest)).toMatchObject(expected)
})

test('all GPU resources together and each by itself, times the pods', () => {
  const both = {
    containers: [
      { resources: { limits: { 'nvidia.com/gpu': 1 } } },
      { resources: { limits: { 'nvidia.com/a100': 2 } } },
    ],
  }
  expect(demand(job('a', { parallelism: 2, spec: both }))).toEqual({
    pods: 2,
    gpus: 6,
    byResource: { 'nvidia.com/gpu': 2, 'nvidia.com/a100': 4 },
    cpu: 0,
    memory: 0,
    gpuSeconds: null,
  })
})
