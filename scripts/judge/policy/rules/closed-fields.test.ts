import { expect, test } from 'vitest'
import { aClaim, aConfigMap, aJob, aPod, anIngress, changed, codesOf, faultsOf, template } from '../specimens.ts'
import { closedFields } from './closed-fields.ts'

test.each([
  ['as templates write it', aPod, {}, []],
  ['unknown metadata', aPod, { 'metadata finalizers': ['x/y'] }, ['field-refused']],
  ['a status', aPod, { status: {} }, ['field-refused']],
  ['the name left to the server', aPod, { 'metadata generateName': 'alice-' }, ['field-refused']],
  ['an owner', aPod, { 'metadata ownerReferences': [] }, []],
  ['a real owner', aPod, { 'metadata ownerReferences': [{ name: 'x' }] }, ['field-refused']],
  ['what a patch may write', aPod, { 'spec hostAliases': [{ ip: '1.2.3.4' }] }, ['field-unusual']],
  ['the folder of code', aPod, { 'spec containers 0 workingDir': '/code' }, []],
  ['another folder', aPod, { 'spec containers 0 workingDir': '/data' }, ['field-unusual']],
  ['shared processes', aPod, { 'spec shareProcessNamespace': true }, ['field-refused']],
  ['containers added later', aPod, { 'spec ephemeralContainers': [{ name: 'x' }] }, ['field-refused']],
  ['a sidecar', aPod, { 'spec initContainers': [{ name: 'x', restartPolicy: 'Always' }] }, ['field-unusual']],
  ['a part of a disk', aPod, { 'spec containers 0 volumeMounts 0 subPath': 'a' }, ['field-unusual']],
  ['a computed part of a disk', aPod, { 'spec containers 0 volumeMounts 0 subPathExpr': '$(A)' }, ['field-refused']],
  [
    'mounts that spread',
    aPod,
    { 'spec containers 0 volumeMounts 0 mountPropagation': 'Bidirectional' },
    ['field-refused'],
  ],
  ['a label of another domain', aPod, { 'metadata labels kueue.x-k8s.io/queue-name': 'x' }, ['field-unusual']],
  ['a label without one', aPod, { 'metadata labels app': 'x' }, []],
  [
    'a network annotation',
    aJob,
    { [`${template} metadata annotations k8s.v1.cni.cncf.io/networks`]: 'x' },
    ['field-unusual'],
  ],
  ['a usual node label', aPod, { [expression('key')]: 'kubernetes.io/arch' }, []],
  ['another node label', aPod, { [expression('key')]: 'kubernetes.io/hostname' }, ['field-unusual']],
  ['near other pods', aPod, { 'spec affinity podAffinity': {} }, ['field-unusual']],
  ['a toleration for everybody', aPod, { 'spec tolerations': [{ key: 'nautilus.io/science-dmz' }] }, ['field-unusual']],
  ["other tolerations are another rule's", aPod, { 'spec tolerations': [{ key: 'x' }] }, []],
  ['a user number', aPod, { 'spec securityContext runAsUser': 1000 }, ['field-unusual']],
  ['the fields of another rule', aPod, { 'spec hostNetwork': true, 'spec nodeName': 'x' }, []],
  [
    'a clone of a disk',
    aClaim,
    { 'spec dataSource': { kind: 'PersistentVolumeClaim', name: 'bob-data' } },
    ['field-refused'],
  ],
  ['a chosen volume', aClaim, { 'spec volumeName': 'pv' }, ['field-refused']],
  ['a default backend', anIngress, { 'spec defaultBackend': { service: { name: 'x' } } }, ['field-refused']],
  ["a Job's own selector", aJob, { 'spec manualSelector': true }, ['field-refused']],
  ['texts', aConfigMap, {}, ['field-unusual']],
  [
    'a name from JSON that is no field',
    aPod,
    JSON.parse('{"__proto__": {"polluted": true}}') as Changes,
    ['field-refused'],
  ],
])('%s', (_, manifest, changes, codes) => {
  expect(codesOf(closedFields, changed(manifest, changes))).toEqual(codes)
})

type Changes = Parameters<typeof changed>[1]

function expression(field: string): string {
  return `spec affinity nodeAffinity requiredDuringSchedulingIgnoredDuringExecution nodeSelectorTerms 0 matchExpressions 0 ${field}`
}

const liftsOf = (changes: Changes) => faultsOf(closedFields, changed(aPod, changes)).map(({ lift }) => lift)
const hook = { 'spec containers 0 lifecycle': { preStop: { exec: { command: ['save'] } } } }

test('one grant covers all unusual fields as they are written, whatever else changes', () => {
  const [first, second, ...none] = liftsOf({ ...hook, 'spec hostAliases': [{ ip: '1.2.3.4' }] })
  expect(none).toEqual([])
  expect(first).toMatch(/^[0-9a-f]{32}$/)
  expect(second).toBe(first)
  expect(liftsOf({ ...hook, 'spec hostAliases': [{ ip: '1.2.3.4' }], 'metadata annotations lab/run': '2' })).toEqual([
    first,
    first,
  ])
  expect(liftsOf({ ...hook, 'spec hostAliases': [{ ip: '1.2.3.5' }] })).not.toContain(first)
  expect(liftsOf(hook)).not.toContain(first)
})

test('nobody can lift what is refused', () => {
  expect(liftsOf({ 'spec shareProcessNamespace': true })).toEqual([undefined])
})
