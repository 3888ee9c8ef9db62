import type { Contradictions } from './rows.ts'
import type { JsonObject } from '../../../../scripts/model/json.ts'

const expression = (operator: string, ...values: readonly string[]): JsonObject => ({ key: 'app', operator, values })
const claim = { kind: 'PersistentVolumeClaim', name: 'a' }

/** Disks, configurations, and what every object says of itself. */
export const others: Contradictions = {
  ObjectMeta: [
    { name: '' },
    { name: '', generateName: 'a-' },
    { finalizers: ['orphan', 'foregroundDeletion'] },
    { finalizers: ['mine'] },
    { labels: { 'job-name': 'x', app: 'x' } },
    { labels: { 'controller-uid': 'x' } },
    { annotations: { 'kubernetes.io/ingress.class': 'other' } },
    { annotations: { 'kubernetes.io/config.mirror': 'x' } },
    { annotations: { 'controller.kubernetes.io/pod-deletion-cost': '+1' } },
    { annotations: { 'service.beta.kubernetes.io/load-balancer-source-ranges': '10.0.0.0/8, x' } },
    {
      annotations: { 'service.kubernetes.io/topology-mode': 'Auto', 'service.kubernetes.io/topology-aware-hints': 'x' },
    },
    { annotations: { 'container.apparmor.security.beta.kubernetes.io/main': 'localhost/p' } },
    { annotations: { 'seccomp.security.alpha.kubernetes.io/pod': 'runtime/default' } },
    { annotations: { 'container.seccomp.security.alpha.kubernetes.io/main': 'unconfined' } },
  ],
  PersistentVolumeClaimSpec: [
    { accessModes: ['ReadWriteOncePod', 'ReadWriteMany'] },
    { accessModes: [] },
    { resources: {} },
    { resources: { requests: { storage: '0' } } },
    { resources: { requests: { storage: '2Gi' }, limits: { storage: '1Gi' } } },
    { dataSource: claim, dataSourceRef: { ...claim, name: 'b' } },
    { dataSource: claim, dataSourceRef: claim },
    { dataSource: { kind: 'X', name: 'a' } },
    { dataSource: { apiGroup: 'a.b', kind: 'X', name: 'a' } },
    { dataSourceRef: { ...claim, namespace: 'other' } },
    { volumeAttributesClassName: 'gold' },
    { volumeMode: 'Block' },
    { selector: { matchExpressions: [expression('In')] } },
  ],
  ConfigMap: [
    { data: { a: 'x' }, binaryData: { a: 'aGk=' } },
    { data: { '..': 'x' } },
    { data: { a: 'x'.repeat(2 ** 20) } },
    { data: { a: 'x'.repeat(2 ** 20 - 1), b: 'y' } },
    { immutable: true },
  ],
}
