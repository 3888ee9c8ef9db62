import type { PodSpec } from 'kubernetes-types/core/v1.js'
import defaultLab from '../../lab.config.ts'
import { desiredOf } from '../../scripts/desire/index.ts'
import type { Desired } from '../../scripts/model/desired.ts'
import type { JsonObject } from '../../scripts/model/json.ts'
import type { Lab } from '../../scripts/model/lab.ts'
import type { Manifest } from '../../scripts/model/manifest.ts'
import { claim, job, pod } from '../control-plane/objects.ts'

/**
 * Three members and six GPUs; whatever apply can do is on the way from the first commit to the second. `bob-large` has no room even
 * if one other run is refused: who is refused loses its turn to who is next, and that would be another end, and a right one.
 */
export function labOf(namespace: string): Lab {
  const members = { ann: {}, bob: {}, cid: {} }
  const caps = { ...defaultLab.caps, lab: { ...defaultLab.caps.lab, gpus: 6 } }
  return { ...defaultLab, namespace, members, caps }
}

export const before = commitOf(1, {
  ann: [
    run('ann-kept', { gpus: 1 }),
    train('ann-raised', { gpus: 1 }),
    run('ann-removed'),
    settings('ann-changed', { lr: '1' }),
    settings('ann-deleted', { lr: '1' }),
    settings('ann-anew', { lr: '1' }, true),
    disk('ann-released'),
  ],
  bob: [run('bob-raised', { runs: true }), train('bob-longer', { hours: 1 }), settings('bob-changed', { lr: '1' })],
  cid: [train('cid-removed', { runs: true }), disk('cid-kept')],
})

export const after = commitOf(2, {
  ann: [
    run('ann-kept', { gpus: 1 }),
    train('ann-raised', { gpus: 1, number: 2 }),
    settings('ann-changed', { lr: '2' }),
    settings('ann-anew', { lr: '2' }, true),
    disk('ann-made'),
    settings('ann-made', { lr: '2' }),
    run('ann-made', { gpus: 1, mounts: 'ann-made' }),
  ],
  bob: [
    run('bob-raised', { runs: true, number: 2 }),
    train('bob-longer', { hours: 2 }),
    settings('bob-changed', { lr: '2' }),
    train('bob-large', { gpus: 5 }),
    run('bob-made'),
    settings('bob-made', { lr: '2' }),
  ],
  cid: [
    disk('cid-kept'),
    train('cid-made', { gpus: 2 }),
    run('cid-made'),
    settings('cid-made', { lr: '2' }),
    front('cid-made'),
  ],
})

/** Some of the second commit, and some of it undone. */
export const later = commitOf(3, {
  ann: [
    run('ann-kept', { gpus: 1, number: 2 }),
    train('ann-raised', { gpus: 1, number: 2 }),
    settings('ann-changed', { lr: '3' }),
    disk('ann-made'),
  ],
  bob: [
    run('bob-raised', { runs: true, number: 3 }),
    settings('bob-changed', { lr: '2' }),
    train('bob-large', { gpus: 5 }),
  ],
  cid: [disk('cid-kept'), train('cid-made', { gpus: 2 })],
})

function commitOf(height: number, objects: Readonly<Record<string, readonly Manifest[]>>): Desired {
  const owners = Object.keys(objects)
  return desiredOf({
    commit: String(height).repeat(7),
    height,
    broken: [],
    heights: new Map(owners.map((owner) => [owner, height])),
    requests: Object.entries(objects).map(([owner, manifests]) => ({
      owner,
      request: `${owner}/all`,
      file: `users/${owner}/all.ts`,
      manifests,
    })),
  })
}

interface Shape {
  readonly number?: number
  readonly gpus?: number
  readonly hours?: number
  readonly mounts?: string
  /** It gets a machine; else it waits for one that there is not, which costs nothing. */
  readonly runs?: true
}

function run(name: string, shape: Shape = {}): Manifest {
  return numbered(pod(name, { ...partsOf(shape) }), shape)
}

function train(name: string, shape: Shape = {}): Manifest {
  const { hours = 1 } = shape
  return numbered(job(name, { ...partsOf(shape), job: { activeDeadlineSeconds: hours * 3600 } }), shape)
}

function partsOf({ gpus = 0, mounts, runs }: Shape) {
  const spec: Partial<PodSpec> = {
    terminationGracePeriodSeconds: 1,
    ...(runs === undefined && { nodeSelector: { 'nautilus.test/nowhere': 'here' } }),
    ...(mounts !== undefined && { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: mounts } }] }),
  }
  return { spec, ...(gpus > 0 && { resources: { 'nvidia.com/gpu': String(gpus) } }) }
}

function settings(name: string, data: JsonObject, immutable?: true): Manifest {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data, ...(immutable && { immutable }) }
}

function front(name: string): Manifest {
  const spec = { selector: { name }, ports: [{ port: 80, targetPort: 80 }] }
  return { apiVersion: 'v1', kind: 'Service', metadata: { name }, spec }
}

function disk(name: string): Manifest {
  return plain(claim(name, 'rook-cephfs'))
}

function numbered(object: object, { number = 1 }: Shape): Manifest {
  const manifest = plain(object)
  const metadata = manifest['metadata'] as JsonObject
  return { ...manifest, metadata: { ...metadata, annotations: { 'lab/run': String(number) } } }
}

function plain(object: object): Manifest {
  return JSON.parse(JSON.stringify(object)) as Manifest
}
