import { expect, test } from 'vitest'
import { pathText } from '../../model/json.ts'
import type { Manifest } from '../../model/manifest.ts'
import {
  box,
  boxed,
  claim,
  configMap,
  deployment,
  ingress,
  job,
  mounted,
  pod,
  service,
  withVolume,
} from './cases/manifests.ts'
import { judgeApi } from './index.ts'
import { serverPath } from './server-path.ts'

const bad = { 'a b': '' }
const template = { metadata: { labels: { app: 'x', ...bad }, annotations: bad }, spec: { containers: [box()] } }

/** Where the server's place is not in the manifest, ours is; a member's line is found by ours. */
const rows: readonly (readonly [manifest: Manifest, ours: string, server: string])[] = [
  [claim({ resources: {} }), 'spec.resources.requests.storage', 'spec.resources[storage]'],
  [deployment({ template }), 'spec.template.metadata.labels', 'spec.template.labels'],
  [
    deployment({ selector: { matchLabels: { a: 'b' } } }),
    'spec.template.metadata.labels',
    'spec.template.metadata.labels',
  ],
  [
    job({ template: { ...template, spec: { containers: [box()], restartPolicy: 'Never' } } }),
    'spec.template.metadata.labels',
    'spec.template.labels',
  ],
  [
    configMap({}, { ownerReferences: [{ apiVersion: 'v1', kind: '', name: 'n', uid: 'u' }] }),
    'metadata.ownerReferences[0].kind',
    'metadata.ownerReferences.kind',
  ],
  [configMap({}, { finalizers: ['a b/c'] }), 'metadata.finalizers[0]', 'metadata.finalizers'],
  [configMap({}, { finalizers: ['mine'] }), 'metadata.finalizers[0]', 'metadata.finalizers[0]'],
  [
    mounted({ name: 'v', mountPath: '/a', subPath: '/b' }),
    'spec.containers[0].volumeMounts[0].subPath',
    'spec.containers[0].volumeMounts.subPath',
  ],
  [
    withVolume({ downwardAPI: { items: [{ path: 'a' }] } }),
    'spec.volumes[0].downwardAPI.items[0]',
    'spec.volumes[0].downwardAPI',
  ],
  [
    withVolume({ secret: { secretName: 's' }, downwardAPI: {} }),
    'spec.volumes[0].downwardAPI',
    'spec.volumes[0].downwarAPI',
  ],
  [
    withVolume({ gcePersistentDisk: { pdName: '' } }),
    'spec.volumes[0].gcePersistentDisk.pdName',
    'spec.volumes[0].persistentDisk.pdName',
  ],
  [boxed({ envFrom: [{}] }), 'spec.containers[0].envFrom[0]', 'spec.containers[0].envFrom'],
  [pod({ serviceAccount: 'A' }), 'spec.serviceAccount', 'spec.serviceAccountName'],
  [service({ clusterIP: 'x' }), 'spec.clusterIP', 'spec.clusterIPs[0]'],
  [
    service({ loadBalancerSourceRanges: ['10.0.0.0/8'] }),
    'spec.loadBalancerSourceRanges',
    'spec.LoadBalancerSourceRanges',
  ],
  [
    ingress({ ingressClassName: 'a' }, { annotations: { 'kubernetes.io/ingress.class': 'b' } }),
    'metadata.annotations["kubernetes.io/ingress.class"]',
    'annotations.kubernetes.io/ingress.class',
  ],
]

test.each(rows.map(([manifest, ours, server]) => ({ manifest, ours, server })))(
  '$ours',
  ({ manifest, ours, server }) => {
    const [first] = judgeApi(manifest)
    expect(first && [pathText(first.path), serverPath(first)]).toEqual([ours, server])
  },
)
