import type { StorageClass } from '../../../../scripts/model/lab.ts'
import { type Stage, stage } from './stage.ts'

/**
 * The provisioner: a claim that the cluster hands to a provisioner gets a volume in its class's region, a claim that grew gets a larger one,
 * and a volume whose claim is gone is destroyed.
 */
export function volumeStages(classes: readonly StorageClass[]): readonly Stage[] {
  const mine = `(.spec.storageClassName | IN(${classes.map((row) => JSON.stringify(row.class)).join(', ')}))`
  const volume = volumeOf(classes)
  return [
    stage({
      name: 'claim-provision',
      group: 'v1',
      kind: 'PersistentVolumeClaim',
      when: `${mine} and .status.phase == "Pending" and (.metadata | .deletionTimestamp == null and .annotations["volume.kubernetes.io/storage-provisioner"] != null)`,
      steps: [{ apply: { template: volume, type: 'merge' } }],
    }),
    stage({
      name: 'claim-grow',
      group: 'v1',
      kind: 'PersistentVolumeClaim',
      when: `${mine} and .status.phase == "Bound" and .metadata.deletionTimestamp == null and .spec.resources.requests.storage != .status.capacity.storage`,
      steps: [
        { apply: { template: volume, type: 'merge' } },
        {
          patch: {
            root: 'status',
            subresource: 'status',
            template: 'capacity: {storage: {{ .spec.resources.requests.storage | Quote }}}',
          },
        },
      ],
    }),
    stage({
      name: 'volume-destroy',
      group: 'v1',
      kind: 'PersistentVolume',
      when: `${mine} and .status.phase == "Released" and .spec.persistentVolumeReclaimPolicy == "Delete" and .metadata.deletionTimestamp == null`,
      steps: [{ delete: true }],
    }),
  ]
}

function volumeOf(classes: readonly StorageClass[]): string {
  const regions = classes.flatMap((row) => (row.region === undefined ? [] : [row.class, row.region]))
  return `{{ $regions := dict ${regions.map((text) => JSON.stringify(text)).join(' ')} }}
{{ $provisioner := index .metadata.annotations "volume.kubernetes.io/storage-provisioner" }}
apiVersion: v1
kind: PersistentVolume
metadata:
  name: pvc-{{ .metadata.uid }}
  annotations: {pv.kubernetes.io/provisioned-by: {{ $provisioner | Quote }}}
spec:
  accessModes: {{ toJson .spec.accessModes }}
  capacity: {storage: {{ .spec.resources.requests.storage | Quote }}}
  persistentVolumeReclaimPolicy: Delete
  storageClassName: {{ .spec.storageClassName | Quote }}
  volumeMode: {{ .spec.volumeMode | Quote }}
  claimRef: {apiVersion: v1, kind: PersistentVolumeClaim, namespace: {{ .metadata.namespace | Quote }}, name: {{ .metadata.name | Quote }}, uid: {{ .metadata.uid | Quote }}}
  csi: {driver: {{ $provisioner | Quote }}, volumeHandle: {{ .metadata.uid | Quote }}}
{{ with get $regions .spec.storageClassName }}
  nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: topology.kubernetes.io/region, operator: In, values: [{{ . | Quote }}]}]}]}}
{{ end }}`
}
