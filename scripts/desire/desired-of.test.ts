import { expect, test } from 'vitest'
import { desiredOf, type CheckedRequest } from './desired-of.ts'
import type { Manifest } from '../model/manifest.ts'

const podSpec = {
  containers: [
    {
      name: 'main',
      image: 'x:1',
      resources: { limits: { 'nvidia.com/gpu': 2 } },
      envFrom: [{ configMapRef: { name: 'alice-c' } }],
    },
  ],
  volumes: [
    { name: 'd', persistentVolumeClaim: { claimName: 'alice-d' } },
    { name: 'o', configMap: { name: 'alice-o', optional: true } },
  ],
}
const job = (annotations: Readonly<Record<string, string>> = {}): Manifest => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: {
    name: 'alice-train',
    namespace: 'lab',
    annotations: { 'lab/request': 'users/alice/train.ts', ...annotations },
  },
  spec: { parallelism: 3, completions: 9, activeDeadlineSeconds: 3600, template: { spec: podSpec } },
})
const disk: Manifest = {
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'alice-d', annotations: { 'lab/incarnation': '2' } },
  spec: {},
}

function wantedIn(
  manifests: readonly Manifest[],
  request: Partial<CheckedRequest> = {},
  heights: readonly (readonly [string, number])[] = [['alice', 7]],
) {
  const checked = { owner: 'alice', request: 'alice/train', file: 'users/alice/train.ts', manifests, ...request }
  return desiredOf({ requests: [checked], heights: new Map(heights), commit: 'c', height: 9, broken: ['bob'] })
}

test('what main asks for, with all that a plan needs to know', () => {
  const { wanted, ...rest } = wantedIn([disk, job({ 'lab/run': '3' })])
  expect(rest).toEqual({ commit: 'c', height: 9, broken: ['bob'] })
  expect(wanted[1]).toMatchObject({
    key: 'Job/alice-train',
    owner: 'alice',
    request: 'alice/train',
    file: 'users/alice/train.ts',
    run: 3,
    incarnation: 1,
    demand: { gpus: 6, byResource: { 'nvidia.com/gpu': 6 } },
    seconds: 3600,
    ticket: [7, 'users/alice/train.ts', 1],
    needs: [
      {
        key: 'PersistentVolumeClaim/alice-d',
        path: ['spec', 'template', 'spec', 'volumes', 0, 'persistentVolumeClaim', 'claimName'],
      },
      {
        key: 'ConfigMap/alice-c',
        path: ['spec', 'template', 'spec', 'containers', 0, 'envFrom', 0, 'configMapRef', 'name'],
      },
    ],
  })
  expect(wanted[0]).toMatchObject({
    run: 1,
    incarnation: 2,
    demand: { gpus: 0, byResource: {} },
    needs: [],
    ticket: [7, 'users/alice/train.ts', 0],
  })
  expect(wanted[0]).not.toHaveProperty('seconds')
})

test('a moved request, a number and a namespace change no digest', () => {
  const [here] = wantedIn([job()]).wanted
  const [there] = wantedIn([job({ 'lab/request': 'users/alice/y.ts', 'lab/run': '2' })], {
    request: 'alice/y',
    file: 'users/alice/y.ts',
  }).wanted
  expect(there?.digest).toBe(here?.digest)
})

test('nobody guesses a place in line', () => {
  expect(() => wantedIn([job()], {}, [['bob', 1]])).toThrow('the height of users/alice is not known')
})

test('a number that no check lets through is no number', () => {
  expect(() => wantedIn([job({ 'lab/run': '0' })])).toThrow('lab/run is 0')
})
