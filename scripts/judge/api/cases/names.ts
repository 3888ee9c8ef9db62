import { box, boxed, configMap, job, pod, service, type Case } from './manifests.ts'

export const nameCases: readonly Case[] = [
  ['a pod may have dots in its name', pod({}, { name: 'alice.dev-1' })],
  ['a name is needed', pod({}, { name: '' }), 'value-required metadata.name'],
  ['a beginning of a name is enough', pod({}, { name: '', generateName: 'alice-' })],
  [
    'a beginning of a name has a form too',
    pod({}, { name: '', generateName: 'Alice-' }),
    'name-invalid metadata.generateName',
  ],
  [
    'a beginning ends in two bytes that can be cut',
    pod({}, { generateName: 'aliceé-' }),
    'name-invalid metadata.generateName',
  ],
  [
    'a beginning with which no name can begin',
    pod({}, { name: '', generateName: 'a.-' }),
    'name-invalid metadata.name',
  ],
  ['a beginning that is too long is cut', pod({}, { name: '', generateName: 'a'.repeat(100) })],
  [
    'a version is for objects that are there',
    pod({}, { resourceVersion: '5' }),
    'field-forbidden metadata.resourceVersion',
  ],
  ['a version that is no number is not looked at', pod({}, { resourceVersion: 'v5' })],
  ['a name has no big letters', pod({}, { name: 'Alice' }), 'name-invalid metadata.name'],
  ['a name has no underscores', configMap({}, { name: 'alice_config' }), 'name-invalid metadata.name'],
  ['a name does not end in a dash', pod({}, { name: 'alice-' }), 'name-invalid metadata.name'],
  ['a name has no empty part', pod({}, { name: 'a..b' }), 'name-invalid metadata.name'],
  ['a name of 253 characters fits', pod({}, { name: 'a'.repeat(253) })],
  ['a name of 254 characters does not', pod({}, { name: 'a'.repeat(254) }), 'name-too-long metadata.name'],
  ['the name of a Service has no dots', service({}, { name: 'a.b' }), 'name-invalid metadata.name'],
  ['the name of a Service begins with a letter', service({}, { name: '1a' }), 'name-invalid metadata.name'],
  [
    'the name of a Service has 63 characters at most',
    service({}, { name: 'a'.repeat(64) }),
    'name-too-long metadata.name',
  ],
  ['the name of a Job becomes a label', job({}, {}, { name: 'a'.repeat(64) }), 'name-too-long spec.template.labels'],
  ['a namespace has no dots', pod({}, { namespace: 'a.b' }), 'name-invalid metadata.namespace'],
  ['the name of a container has no dots', boxed({ name: 'a.b' }), 'name-invalid spec.containers[0].name'],
  ['the name of a container is not empty', boxed({ name: '' }), 'value-required spec.containers[0].name'],
  ['two containers have two names', pod({ containers: [box(), box()] }), 'value-duplicate spec.containers[1].name'],
  [
    'an init container shares the names',
    pod({ initContainers: [box()] }),
    'value-duplicate spec.initContainers[0].name',
  ],
  ['a label value is short', pod({}, { labels: { a: 'x'.repeat(64) } }), 'name-too-long metadata.labels'],
  ['a label value may be empty', pod({}, { labels: { a: '' } })],
  ['a label value has no spaces', pod({}, { labels: { a: 'x y' } }), 'name-invalid metadata.labels'],
  ['a label key has one slash', pod({}, { labels: { 'a/b/c': '' } }), 'name-invalid metadata.labels'],
  ['a label key has a name after the slash', pod({}, { labels: { 'a/': '' } }), 'name-invalid metadata.labels'],
  ['a label key has a domain before the slash', pod({}, { labels: { '/a': '' } }), 'name-invalid metadata.labels'],
  [
    'the domain of a label key is long at most',
    pod({}, { labels: { [`${'a'.repeat(254)}/b`]: '' } }),
    'name-too-long metadata.labels',
  ],
  [
    'the name in a label key is short',
    pod({}, { labels: { [`a/${'b'.repeat(64)}`]: '' } }),
    'name-too-long metadata.labels',
  ],
  ['an annotation key may have big letters in its domain', pod({}, { annotations: { 'A.B/c': 'any text at all' } })],
  ['an annotation key is made small as Go does it', pod({}, { annotations: { appİ: '' } })],
  ['an annotation key has no spaces', pod({}, { annotations: { 'a b': '' } }), 'name-invalid metadata.annotations'],
  [
    'annotations have a total size',
    pod({}, { annotations: { a: 'x'.repeat(256 * 1024) } }),
    'too-large metadata.annotations',
  ],
  [
    'annotations count as bytes',
    pod({}, { annotations: { a: 'ü'.repeat(128 * 1024) } }),
    'too-large metadata.annotations',
  ],
  ['a generation is not negative', configMap({}, { generation: -1 }), 'out-of-range metadata.generation'],
  [
    'an owner is named in full',
    configMap({}, { ownerReferences: [{ apiVersion: 'v1', kind: '', name: '', uid: '' }] }),
    'value-malformed metadata.ownerReferences.kind',
    'value-malformed metadata.ownerReferences.name',
    'value-malformed metadata.ownerReferences.uid',
  ],
  [
    'an owner has a version',
    configMap({}, { ownerReferences: [{ apiVersion: 'a/b/c', kind: 'K', name: 'n', uid: 'u' }] }),
    'value-malformed metadata.ownerReferences.apiVersion',
  ],
  [
    'one owner is in control',
    configMap(
      {},
      {
        ownerReferences: [
          { apiVersion: 'v1', kind: 'K', name: 'n', uid: 'u', controller: true },
          { apiVersion: 'v1', kind: 'K', name: 'm', uid: 'w', controller: true },
        ],
      },
    ),
    'contradiction metadata.ownerReferences',
  ],
  [
    'an owner told twice is one',
    configMap(
      {},
      {
        ownerReferences: [
          { apiVersion: 'v1', kind: 'K', name: 'n', uid: 'u', controller: true },
          { apiVersion: 'v1', kind: 'K', name: 'n', uid: 'u', controller: true },
        ],
      },
    ),
  ],
  [
    'what an owner lacks is empty',
    configMap({}, { ownerReferences: [{}] }),
    'value-malformed metadata.ownerReferences.apiVersion',
    'value-malformed metadata.ownerReferences.kind',
    'value-malformed metadata.ownerReferences.name',
    'value-malformed metadata.ownerReferences.uid',
  ],
  [
    'owners of pods that will be made are not looked at',
    job({ template: { metadata: { ownerReferences: [{}] }, spec: { restartPolicy: 'Never', containers: [box()] } } }),
  ],
  ['a finalizer has a domain', configMap({}, { finalizers: ['mine'] }), 'value-malformed metadata.finalizers[0]'],
  ['a finalizer may be a known one', configMap({}, { finalizers: ['kubernetes', 'a.b/c'] })],
  ['a finalizer has the form of a key', configMap({}, { finalizers: ['a b/c'] }), 'name-invalid metadata.finalizers'],
  [
    'two finalizers exclude each other',
    configMap({}, { finalizers: ['orphan', 'foregroundDeletion'] }),
    'contradiction metadata.finalizers',
  ],
  [
    'an event owns nothing',
    configMap({}, { ownerReferences: [{ apiVersion: 'v1', kind: 'Event', name: 'n', uid: 'u' }] }),
    'contradiction metadata.ownerReferences',
  ],
  [
    'whoever wrote a field has a name that can be read',
    configMap({}, { managedFields: [{ operation: 'Delete', manager: 'lab\u202e' }] }),
    'field-manager-odd metadata.managedFields[0].manager',
  ],
  [
    'whoever wrote a field has a short name',
    configMap({}, { managedFields: [{ operation: 'Delete', manager: 'é'.repeat(65) }] }),
    'field-manager-odd metadata.managedFields[0].manager',
  ],
  [
    'a part of an object has a short name',
    configMap({}, { managedFields: [{ operation: 'Delete', manager: 'kubectl', subresource: 's'.repeat(257) }] }),
    'field-manager-odd metadata.managedFields[0].subresource',
  ],
]
