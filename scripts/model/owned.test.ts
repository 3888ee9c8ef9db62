import { expect, test } from 'vitest'
import type { JsonObject } from './json.ts'
import { observedDigest, ownedPart } from './owned.ts'

/** As a server gives it back: defaults, other managers, a list by key, a set. */
function service(changes: JsonObject = {}): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'alice-web',
      uid: 'u1',
      resourceVersion: '7',
      annotations: { 'lab/run': '1', 'other/note': 'x' },
      finalizers: ['lab/a', 'other/b'],
      managedFields: [
        { manager: 'kubectl', operation: 'Update', fieldsV1: { 'f:spec': { 'f:type': {} } } },
        {
          manager: 'lab',
          operation: 'Apply',
          fieldsV1: {
            'f:metadata': {
              'f:annotations': { 'f:lab/run': {} },
              'f:finalizers': { 'v:"lab/a"': {} },
            },
            'f:spec': {
              'f:ports': { 'k:{"port":80,"protocol":"TCP"}': { '.': {}, 'f:port': {}, 'f:targetPort': {} } },
              'f:selector': {},
            },
          },
        },
      ],
    },
    spec: {
      type: 'ClusterIP',
      clusterIP: '10.0.0.1',
      ports: [
        { port: 80, protocol: 'TCP', targetPort: 8080 },
        { port: 81, protocol: 'TCP', targetPort: 1 },
      ],
      selector: { app: 'x' },
      ...changes,
    },
  }
}

test('ours are the fields that managedFields gives to us, and nothing else', () => {
  expect(ownedPart(service())).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'alice-web', annotations: { 'lab/run': '1' }, finalizers: ['lab/a'] },
    spec: { ports: [{ port: 80, targetPort: 8080 }], selector: { app: 'x' } },
  })
})

test('an object on which we own nothing is only its name', () => {
  const stranger = { kind: 'ConfigMap', metadata: { name: 'x', labels: { a: 'b' } }, data: { a: 'b' } }
  expect(ownedPart(stranger)).toEqual({ kind: 'ConfigMap', metadata: { name: 'x' } })
})

test('the observed digest hears a change to our field and no other', () => {
  const before = observedDigest(service())
  expect(observedDigest(service({ clusterIP: '10.0.0.2', type: 'NodePort' }))).toBe(before)
  expect(observedDigest(service({ selector: { app: 'y' } }))).not.toBe(before)
})
