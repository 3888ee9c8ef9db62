import type { JsonObject } from '../../../model/json.ts'
import type { Manifest } from '../../../model/manifest.ts'
import { boxed, mounted, pod, withVolume, type Case } from './manifests.ts'

const snapshot: JsonObject = { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'monday' }

/** A pod with a disk of its own that is copied from something. */
const copiedFrom = (origin: JsonObject): Manifest => {
  const spec = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...origin }
  return withVolume({ ephemeral: { volumeClaimTemplate: { spec } } })
}

export const volumeCases: readonly Case[] = [
  ['a volume without a source is an empty folder', withVolume({})],
  ['a volume has a name', pod({ volumes: [{ name: '' }] }), 'value-required spec.volumes[0].name'],
  ['of one part', pod({ volumes: [{ name: 'a.b' }] }), 'name-invalid spec.volumes[0].name'],
  [
    'two volumes have two names',
    pod({ volumes: [{ name: 'v' }, { name: 'v' }] }),
    'value-duplicate spec.volumes[1].name',
  ],
  [
    'a volume has one source',
    withVolume({ emptyDir: {}, persistentVolumeClaim: { claimName: 'c' } }),
    'volume-sources spec.volumes[0].persistentVolumeClaim',
  ],
  [
    'the first in the server’s order counts',
    withVolume({ configMap: { name: '' }, secret: { secretName: '' } }),
    'value-required spec.volumes[0].secret.secretName',
    'volume-sources spec.volumes[0].configMap',
  ],
  [
    'three are two too many',
    withVolume({ nfs: { server: 's', path: '/' }, hostPath: { path: '/' }, emptyDir: {} }),
    'volume-sources spec.volumes[0].hostPath',
    'volume-sources spec.volumes[0].nfs',
  ],
  [
    'a folder has a size',
    withVolume({ emptyDir: { sizeLimit: '-1Gi' } }),
    'quantity-negative spec.volumes[0].emptyDir.sizeLimit',
  ],
  [
    'a claim has a name',
    withVolume({ persistentVolumeClaim: { claimName: '' } }),
    'value-required spec.volumes[0].persistentVolumeClaim.claimName',
  ],
  ['which is not judged further', withVolume({ persistentVolumeClaim: { claimName: 'Not A Name' } })],
  ['a Secret is named', withVolume({ secret: {} }), 'value-required spec.volumes[0].secret.secretName'],
  ['a ConfigMap is named', withVolume({ configMap: {} }), 'value-required spec.volumes[0].configMap.name'],
  [
    'files have a mode',
    withVolume({ configMap: { name: 'c', defaultMode: 512 } }),
    'out-of-range spec.volumes[0].configMap.defaultMode',
  ],
  [
    'which is not negative',
    withVolume({ secret: { secretName: 's', defaultMode: -1 } }),
    'out-of-range spec.volumes[0].secret.defaultMode',
  ],
  [
    'a key becomes a file',
    withVolume({ secret: { secretName: 's', items: [{ key: '', path: '' }] } }),
    'value-required spec.volumes[0].secret.items[0].key',
    'value-required spec.volumes[0].secret.items[0].path',
  ],
  [
    'with a relative path',
    withVolume({ secret: { secretName: 's', items: [{ key: 'k', path: '/a' }] } }),
    'value-malformed spec.volumes[0].secret.items[0].path',
  ],
  [
    'that does not step back',
    withVolume({ secret: { secretName: 's', items: [{ key: 'k', path: 'a/../b', mode: 512 }] } }),
    'value-malformed spec.volumes[0].secret.items[0].path',
    'out-of-range spec.volumes[0].secret.items[0].mode',
  ],
  [
    'nor begin with two dots',
    withVolume({ secret: { secretName: 's', items: [{ key: 'k', path: '..a' }] } }),
    'value-malformed spec.volumes[0].secret.items[0].path',
  ],
  ['two dots inside a name are fine', withVolume({ secret: { secretName: 's', items: [{ key: 'k', path: 'a..b' }] } })],
  ['a folder of the machine', withVolume({ hostPath: { path: '' } }), 'value-required spec.volumes[0].hostPath.path'],
  [
    'without a step back',
    withVolume({ hostPath: { path: '/a/../b' } }),
    'value-malformed spec.volumes[0].hostPath.path',
  ],
  ['of any type', withVolume({ hostPath: { path: 'a', type: '' } })],
  [
    'a share has a server',
    withVolume({ nfs: { server: '', path: 'a' } }),
    'value-required spec.volumes[0].nfs.server',
    'value-malformed spec.volumes[0].nfs.path',
  ],
  [
    'a repository',
    withVolume({ gitRepo: { repository: '', directory: '/a' } }),
    'value-required spec.volumes[0].gitRepo.repository',
    'value-malformed spec.volumes[0].gitRepo.directory',
  ],
  [
    'a disk of Google',
    withVolume({ gcePersistentDisk: { pdName: '', partition: 256 } }),
    'value-required spec.volumes[0].persistentDisk.pdName',
    'out-of-range spec.volumes[0].persistentDisk.partition',
  ],
  [
    'a disk of Amazon',
    withVolume({ awsElasticBlockStore: { volumeID: '', partition: -1 } }),
    'value-required spec.volumes[0].awsElasticBlockStore.volumeID',
    'out-of-range spec.volumes[0].awsElasticBlockStore.partition',
  ],
  [
    'a disk of Azure',
    withVolume({ azureDisk: { diskName: '', diskURI: 'x' } }),
    'value-required spec.volumes[0].azureDisk.diskName',
    'value-unsupported spec.volumes[0].azureDisk.diskURI',
  ],
  [
    'a managed disk of Azure',
    withVolume({ azureDisk: { diskName: 'a', diskURI: 'https://x', kind: 'Managed' } }),
    'value-unsupported spec.volumes[0].azureDisk.diskURI',
  ],
  [
    'a share of Azure',
    withVolume({ azureFile: { secretName: '', shareName: '' } }),
    'value-required spec.volumes[0].azureFile.secretName',
    'value-required spec.volumes[0].azureFile.shareName',
  ],
  [
    'iSCSI',
    withVolume({ iscsi: { targetPortal: '', iqn: '', lun: 256 } }),
    'value-required spec.volumes[0].iscsi.targetPortal',
    'value-required spec.volumes[0].iscsi.iqn',
    'out-of-range spec.volumes[0].iscsi.lun',
  ],
  [
    'iSCSI with a wrong name',
    withVolume({ iscsi: { targetPortal: 'p', iqn: 'iqn.x', lun: 0 } }),
    'value-malformed spec.volumes[0].iscsi.iqn',
  ],
  ['iSCSI with eui', withVolume({ iscsi: { targetPortal: 'p', iqn: 'eui.0123456789ABCDEF', lun: 0 } })],
  [
    'iSCSI with naa',
    withVolume({ iscsi: { targetPortal: 'p', iqn: 'naa.0123456789ABCDEF', lun: 0 } }),
    'value-malformed spec.volumes[0].iscsi.iqn',
  ],
  [
    'iSCSI with a password',
    withVolume({ iscsi: { targetPortal: 'p', iqn: 'iqn.2001-04.com.example:x', lun: 0, chapAuthSession: true } }),
    'value-required spec.volumes[0].iscsi.secretRef',
  ],
  [
    'iSCSI with a long portal',
    withVolume({
      iscsi: {
        targetPortal: 'p'.repeat(63),
        iqn: 'iqn.2001-04.com.example:x',
        initiatorName: 'iqn.2001-04.com.example:y',
        lun: 0,
      },
    }),
    'name-too-long spec.volumes[0].name',
  ],
  [
    'iSCSI with a long portal, counted in bytes',
    withVolume({
      iscsi: {
        targetPortal: 'ü'.repeat(32),
        iqn: 'iqn.2001-04.com.example:\u00a0',
        initiatorName: 'iqn.2001-04.com.example:y',
        lun: 0,
      },
    }),
    'name-too-long spec.volumes[0].name',
  ],
  [
    'a driver’s name is counted in bytes',
    withVolume({ csi: { driver: 'İ'.repeat(32) } }),
    'too-large spec.volumes[0].csi.driver',
  ],
  ['Fibre Channel by something', withVolume({ fc: {} }), 'value-required spec.volumes[0].fc.targetWWNs'],
  [
    'Fibre Channel by one thing',
    withVolume({ fc: { targetWWNs: ['a'], wwids: ['b'], lun: 1 } }),
    'only-one-of spec.volumes[0].fc.targetWWNs',
  ],
  ['Fibre Channel with a unit', withVolume({ fc: { targetWWNs: ['a'] } }), 'value-required spec.volumes[0].fc.lun'],
  [
    'Fibre Channel with a small unit',
    withVolume({ fc: { targetWWNs: ['a'], lun: 256 } }),
    'out-of-range spec.volumes[0].fc.lun',
  ],
  [
    'Gluster',
    withVolume({ glusterfs: { endpoints: '', path: '' } }),
    'value-required spec.volumes[0].glusterfs.endpoints',
    'value-required spec.volumes[0].glusterfs.path',
  ],
  [
    'Ceph blocks',
    withVolume({ rbd: { monitors: [], image: '' } }),
    'value-required spec.volumes[0].rbd.monitors',
    'value-required spec.volumes[0].rbd.image',
  ],
  ['Ceph files', withVolume({ cephfs: { monitors: [] } }), 'value-required spec.volumes[0].cephfs.monitors'],
  [
    'Cinder',
    withVolume({ cinder: { volumeID: '', secretRef: { name: '' } } }),
    'value-required spec.volumes[0].cinder.volumeID',
    'value-required spec.volumes[0].cinder.secretRef.name',
  ],
  ['Flocker by something', withVolume({ flocker: {} }), 'value-required spec.volumes[0].flocker'],
  [
    'Flocker by one thing',
    withVolume({ flocker: { datasetName: 'a/b', datasetUUID: 'c' } }),
    'only-one-of spec.volumes[0].flocker',
    'value-malformed spec.volumes[0].flocker.datasetName',
  ],
  [
    'Flex with an option of its own',
    withVolume({ flexVolume: { driver: '', options: { 'kubernetes.io/x': 'y' } } }),
    'value-required spec.volumes[0].flexVolume.driver',
    'value-malformed spec.volumes[0].flexVolume.options[kubernetes.io/x]',
  ],
  [
    'Quobyte',
    withVolume({ quobyte: { registry: '', volume: '' } }),
    'value-required spec.volumes[0].quobyte.registry',
    'value-required spec.volumes[0].quobyte.volume',
  ],
  [
    'Quobyte with ports',
    withVolume({ quobyte: { registry: 'a:1,b', volume: 'v' } }),
    'value-malformed spec.volumes[0].quobyte.registry',
  ],
  [
    'Quobyte with a tenant',
    withVolume({ quobyte: { registry: 'a:1', volume: 'v', tenant: 't'.repeat(65) } }),
    'value-required spec.volumes[0].quobyte.tenant',
  ],
  [
    'vSphere',
    withVolume({ vsphereVolume: { volumePath: '' } }),
    'value-required spec.volumes[0].vsphereVolume.volumePath',
  ],
  [
    'Photon',
    withVolume({ photonPersistentDisk: { pdID: '' } }),
    'value-required spec.volumes[0].photonPersistentDisk.pdID',
  ],
  [
    'Portworx',
    withVolume({ portworxVolume: { volumeID: '' } }),
    'value-required spec.volumes[0].portworxVolume.volumeID',
  ],
  [
    'ScaleIO',
    withVolume({ scaleIO: { gateway: '', system: '', secretRef: {} } }),
    'value-required spec.volumes[0].scaleIO.gateway',
    'value-required spec.volumes[0].scaleIO.system',
    'value-required spec.volumes[0].scaleIO.volumeName',
  ],
  ['StorageOS', withVolume({ storageos: {} }), 'value-required spec.volumes[0].storageos.volumeName'],
  [
    'StorageOS by names',
    withVolume({ storageos: { volumeName: 'a.b', volumeNamespace: 'C', secretRef: {} } }),
    'name-invalid spec.volumes[0].storageos.volumeName',
    'name-invalid spec.volumes[0].storageos.volumeNamespace',
    'value-required spec.volumes[0].storageos.secretRef.name',
  ],
  ['CSI', withVolume({ csi: { driver: '' } }), 'value-required spec.volumes[0].csi.driver'],
  [
    'CSI by name',
    withVolume({ csi: { driver: 'A.b', nodePublishSecretRef: { name: 'S' } } }),
    'name-invalid spec.volumes[0].csi.name',
  ],
  [
    'CSI by a long name',
    withVolume({ csi: { driver: 'a'.repeat(64), nodePublishSecretRef: {} } }),
    'too-large spec.volumes[0].csi.driver',
    'value-required spec.volumes[0].csi.nodePublishSecretRef.name',
  ],
  [
    'facts as files',
    withVolume({
      downwardAPI: {
        items: [
          { path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } },
          { path: 'cpu', resourceFieldRef: { containerName: 'main', resource: 'limits.cpu' } },
        ],
      },
    }),
  ],
  [
    'facts from somewhere',
    withVolume({ downwardAPI: { items: [{ path: '' }] } }),
    'value-required spec.volumes[0].downwardAPI.path',
    'one-of-required spec.volumes[0].downwardAPI',
  ],
  [
    'facts from one place',
    withVolume({
      downwardAPI: {
        items: [
          {
            path: 'a',
            mode: 512,
            fieldRef: { fieldPath: 'metadata.name' },
            resourceFieldRef: { containerName: 'main', resource: 'limits.cpu' },
          },
        ],
      },
    }),
    'only-one-of spec.volumes[0].downwardAPI',
    'out-of-range spec.volumes[0].downwardAPI.mode',
  ],
  [
    'facts of a container',
    withVolume({ downwardAPI: { items: [{ path: 'a', resourceFieldRef: { resource: 'limits.cpu' } }] } }),
    'value-required spec.volumes[0].downwardAPI.resourceFieldRef.containerName',
  ],
  [
    'facts that only variables have',
    withVolume({ downwardAPI: { items: [{ path: 'a', fieldRef: { fieldPath: 'status.podIP' } }] } }),
    'value-unsupported spec.volumes[0].downwardAPI.fieldRef.fieldPath',
  ],
  [
    'several sources in one folder',
    withVolume({
      projected: {
        sources: [{ secret: { name: 's' } }, { configMap: { name: 'c' } }, { serviceAccountToken: { path: 't' } }],
      },
    }),
  ],
  [
    'with names',
    withVolume({ projected: { sources: [{ secret: {} }, { configMap: {} }] } }),
    'value-required spec.volumes[0].projected.sources[0].secret.name',
    'value-required spec.volumes[0].projected.sources[1].configMap.name',
  ],
  [
    'one in each entry',
    withVolume({ projected: { sources: [{ secret: { name: 's' }, configMap: { name: 'c' } }] } }),
    'field-forbidden spec.volumes[0].projected.sources[0]',
  ],
  ['an entry may be empty', withVolume({ projected: { sources: [{}] } })],
  [
    'two write one file',
    withVolume({
      projected: {
        sources: [
          { secret: { name: 's', items: [{ key: 'k', path: 'p' }] } },
          { configMap: { name: 'c', items: [{ key: 'k', path: 'p' }] } },
        ],
      },
    }),
    'projected-twice spec.volumes[0].projected',
  ],
  [
    'a token lasts ten minutes',
    withVolume({ projected: { sources: [{ serviceAccountToken: { path: '', expirationSeconds: 599 } }] } }),
    'value-required spec.volumes[0].projected.path',
    'out-of-range spec.volumes[0].projected.sources[0].serviceAccountToken.expirationSeconds',
  ],
  [
    'a token lasts 136 years at most',
    withVolume({ projected: { sources: [{ serviceAccountToken: { path: '/t', expirationSeconds: 4294967297 } }] } }),
    'value-malformed spec.volumes[0].projected.path',
    'out-of-range spec.volumes[0].projected.sources[0].serviceAccountToken.expirationSeconds',
  ],
  [
    'a disk for one pod',
    withVolume({
      ephemeral: {
        volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } },
      },
    }),
  ],
  ['which is described', withVolume({ ephemeral: {} }), 'value-required spec.volumes[0].ephemeral.volumeClaimTemplate'],
  [
    'as a claim is',
    withVolume({ ephemeral: { volumeClaimTemplate: { metadata: { name: 'n', labels: { a: 'x y' } }, spec: {} } } }),
    'name-invalid spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.labels',
    'field-forbidden spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.name',
    'value-required spec.volumes[0].ephemeral.volumeClaimTemplate.spec.accessModes',
    'storage-missing spec.volumes[0].ephemeral.volumeClaimTemplate.spec.resources[storage]',
  ],
  [
    'a copy from another namespace has one that can be',
    copiedFrom({ dataSourceRef: { ...snapshot, namespace: 'A' } }),
    'name-invalid spec.volumes[0].ephemeral.volumeClaimTemplate.spec.dataSourceRef.namespace',
  ],
  ['a copy from another namespace', copiedFrom({ dataSourceRef: { ...snapshot, namespace: 'other' } })],
  [
    'is not told by the old name too',
    copiedFrom({ dataSource: snapshot, dataSourceRef: { ...snapshot, namespace: 'other' } }),
    'contradiction spec.volumes[0].ephemeral.volumeClaimTemplate.spec',
  ],
  [
    'it is not also a claim',
    pod({
      volumes: [
        {
          name: 'v',
          ephemeral: {
            volumeClaimTemplate: {
              spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
            },
          },
        },
        { name: 'w', persistentVolumeClaim: { claimName: 'alice-dev-v' } },
      ],
    }),
    'contradiction spec.volumes[1].persistentVolumeClaim.claimName',
  ],
  [
    'a volume from an image is dropped by the server',
    withVolume({ image: { reference: 'a:1' } }),
    'silently-dropped spec.volumes[0].image',
  ],
  [
    'and not judged further',
    withVolume({ image: { reference: 'a:1' }, configMap: { name: 'c' } }),
    'silently-dropped spec.volumes[0].image',
  ],
  [
    'certificates of the cluster are dropped too',
    withVolume({ projected: { sources: [{ clusterTrustBundle: { path: 'p', name: 'n' } }] } }),
    'silently-dropped spec.volumes[0].projected.sources[0].clusterTrustBundle',
  ],
  ['a mount', mounted({ name: 'v', mountPath: '/a' })],
  [
    'a mount names a volume',
    mounted({ name: 'w', mountPath: '/a' }),
    'mount-without-volume spec.containers[0].volumeMounts[0].name',
  ],
  [
    'a mount without a name',
    mounted({ name: '', mountPath: '/a' }),
    'value-required spec.containers[0].volumeMounts[0].name',
  ],
  [
    'a mount without volumes',
    boxed({ volumeMounts: [{ name: 'v', mountPath: '/a' }] }),
    'mount-without-volume spec.containers[0].volumeMounts[0].name',
  ],
  [
    'a mount has a path',
    mounted({ name: 'v', mountPath: '' }),
    'value-required spec.containers[0].volumeMounts[0].mountPath',
  ],
  [
    'two mounts have two paths',
    mounted({ name: 'v', mountPath: '/a' }, { name: 'v', mountPath: '/a' }),
    'mount-path-duplicate spec.containers[0].volumeMounts[1].mountPath',
  ],
  ['the same volume twice is fine', mounted({ name: 'v', mountPath: '/a' }, { name: 'v', mountPath: '/b' })],
  ['a slash more is another path', mounted({ name: 'v', mountPath: '/a' }, { name: 'v', mountPath: '/a/' })],
  [
    'a part of a volume',
    mounted({ name: 'v', mountPath: '/a', subPath: '/b' }),
    'value-malformed spec.containers[0].volumeMounts.subPath',
  ],
  [
    'a part without a step back',
    mounted({ name: 'v', mountPath: '/a', subPathExpr: '../$(A)' }),
    'value-malformed spec.containers[0].volumeMounts.subPathExpr',
  ],
  [
    'one part of a volume',
    mounted({ name: 'v', mountPath: '/a', subPath: 'b', subPathExpr: 'c' }),
    'only-one-of spec.containers[0].volumeMounts[0].subPathExpr',
  ],
  [
    'both ways only for the privileged',
    mounted({ name: 'v', mountPath: '/a', mountPropagation: 'Bidirectional' }),
    'field-forbidden spec.containers[0].volumeMounts.mountPropagation',
  ],
  [
    'who may',
    boxed(
      {
        securityContext: { privileged: true },
        volumeMounts: [{ name: 'v', mountPath: '/a', mountPropagation: 'Bidirectional' }],
      },
      { volumes: [{ name: 'v' }] },
    ),
  ],
  ['one way for everybody', mounted({ name: 'v', mountPath: '/a', mountPropagation: 'HostToContainer' })],

  [
    'read only all the way down',
    mounted({ name: 'v', mountPath: '/a', recursiveReadOnly: 'Enabled' }),
    'field-forbidden spec.containers[0].volumeMounts.recursiveReadOnly',
  ],
  [
    'and not both ways',
    mounted({
      name: 'v',
      mountPath: '/a',
      readOnly: true,
      recursiveReadOnly: 'IfPossible',
      mountPropagation: 'HostToContainer',
    }),
    'field-forbidden spec.containers[0].volumeMounts.recursiveReadOnly',
  ],
  [
    'a device is a disk',
    boxed({ volumeDevices: [{ name: 'v', devicePath: '/d' }] }, { volumes: [{ name: 'v' }] }),
    'contradiction spec.containers[0].volumeDevices[0].name',
  ],
  [
    'a device names a volume',
    boxed({ volumeDevices: [{ name: 'w', devicePath: '/../d' }] }),
    'mount-without-volume spec.containers[0].volumeDevices[0].name',
    'value-malformed spec.containers[0].volumeDevices[0].devicePath',
  ],
  [
    'a device has a name and a path',
    boxed({ volumeDevices: [{ name: '', devicePath: '' }] }),
    'value-required spec.containers[0].volumeDevices[0].name',
    'value-required spec.containers[0].volumeDevices[0].devicePath',
  ],
  [
    'two devices are two',
    boxed(
      {
        volumeDevices: [
          { name: 'v', devicePath: '/d' },
          { name: 'v', devicePath: '/d' },
        ],
      },
      { volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'c' } }] },
    ),
    'device-duplicate spec.containers[0].volumeDevices[1].name',
    'device-duplicate spec.containers[0].volumeDevices[1].devicePath',
  ],
  [
    'a volume is a folder or a device',
    boxed(
      { volumeMounts: [{ name: 'v', mountPath: '/d' }], volumeDevices: [{ name: 'v', devicePath: '/d' }] },
      { volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'c' } }] },
    ),
    'contradiction spec.containers[0].volumeMounts[0].name',
    'contradiction spec.containers[0].volumeMounts[0].mountPath',
  ],
  [
    'an empty list is given',
    withVolume({
      ephemeral: {
        volumeClaimTemplate: {
          metadata: { name: '', finalizers: [] },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
        },
      },
    }),
    'field-forbidden spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.finalizers',
  ],
]
