import type { StorageClass as ClassObject } from 'kubernetes-types/storage/v1.js'
import type { Lab, StorageClass } from '../../../scripts/model/lab.ts'

/** The classes that are in the cluster; what is gone is not. */
export function storageClasses(lab: Lab): readonly ClassObject[] {
  return Object.values(lab.storage)
    .filter((row) => row.access !== 'gone')
    .map((row) => classObject(row, row.class === lab.rules.storage.default))
}

/** The classes whose claims get a volume, each with its region. */
export function providing(lab: Lab): readonly StorageClass[] {
  return Object.values(lab.storage).filter((row) => row.access !== 'gone' && row.access !== 'never')
}

function classObject(row: StorageClass, byDefault: boolean): ClassObject {
  return {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: {
      name: row.class,
      ...(byDefault && { annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } }),
    },
    provisioner: provisionerOf(row.class),
    reclaimPolicy: 'Delete',
    allowVolumeExpansion: row.access === undefined,
    volumeBindingMode: isLocal(row.class) ? 'WaitForFirstConsumer' : 'Immediate',
    ...(row.region !== undefined && { allowedTopologies: [inRegion(row.region)] }),
  }
}

/** Linstor's disks live on a machine, so theirs wait until it is known which. */
function isLocal(name: string): boolean {
  return name.startsWith('linstor')
}

function provisionerOf(name: string): string {
  if (name.startsWith('rook-cephfs')) return 'rook.cephfs.csi.ceph.com'
  if (name.startsWith('rook-ceph-block')) return 'rook-ceph.rbd.csi.ceph.com'
  return isLocal(name) ? 'linstor.csi.linbit.com' : `${name}.csi.nautilus.test`
}

function inRegion(region: string): { matchLabelExpressions: { key: string; values: string[] }[] } {
  return { matchLabelExpressions: [{ key: 'topology.kubernetes.io/region', values: [region] }] }
}
