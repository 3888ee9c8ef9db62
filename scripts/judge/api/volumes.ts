import type {
  AWSElasticBlockStoreVolumeSource,
  AzureFileVolumeSource,
  CephFSVolumeSource,
  ConfigMapVolumeSource,
  EmptyDirVolumeSource,
  GCEPersistentDiskVolumeSource,
  GitRepoVolumeSource,
  GlusterfsVolumeSource,
  HostPathVolumeSource,
  NFSVolumeSource,
  PersistentVolumeClaimVolumeSource,
  PhotonPersistentDiskVolumeSource,
  PortworxVolumeSource,
  RBDVolumeSource,
  ScaleIOVolumeSource,
  SecretVolumeSource,
  Volume,
  VsphereVirtualDiskVolumeSource,
} from 'kubernetes-types/core/v1.js'
import type { Around } from './around.ts'
import { below } from './at.ts'
import { all, between, each, fields, given, isEmpty, join, needs, none, oneOf, refuse, type Check } from './check.ts'
import { ephemeralVolume } from './ephemeral-volume.ts'
import { dropped } from './dropped.ts'
import { downwardVolume } from './downward.ts'
import { absolute, relative, withoutBacksteps } from './file-paths.ts'
import { fileMode, keysToPaths } from './keys-to-paths.ts'
import { azureDisk, cinder, csi, fibreChannel, flex, flocker, iscsi, quobyte, storageOs } from './network-volumes.ts'
import { projectedVolume } from './projected.ts'
import { quantity } from './quantity-rules.ts'
import { text } from './texts.ts'
import { unique } from './unique.ts'

type Origin = Exclude<keyof Volume, 'name'>

const partition = between(0, 255)
const hostPathTypes = [
  '',
  'DirectoryOrCreate',
  'Directory',
  'FileOrCreate',
  'File',
  'Socket',
  'CharDevice',
  'BlockDevice',
]

/** Where the files of a volume come from. In the server's order: of two, it judges the first and forbids the second. */
const origins: { readonly [K in Origin]-?: Check<NonNullable<Volume[K]>, Around> } = {
  emptyDir: fields<EmptyDirVolumeSource>({ sizeLimit: quantity }),
  hostPath: all(
    needs<HostPathVolumeSource>('path'),
    fields<HostPathVolumeSource>({ path: withoutBacksteps, type: oneOf(...hostPathTypes) }),
  ),
  gitRepo: all(needs<GitRepoVolumeSource>('repository'), fields<GitRepoVolumeSource>({ directory: relative })),
  gcePersistentDisk: all(
    needs<GCEPersistentDiskVolumeSource>('pdName'),
    fields<GCEPersistentDiskVolumeSource>({ partition }),
  ),
  awsElasticBlockStore: all(
    needs<AWSElasticBlockStoreVolumeSource>('volumeID'),
    fields<AWSElasticBlockStoreVolumeSource>({ partition }),
  ),
  secret: all(
    needs<SecretVolumeSource>('secretName'),
    fields<SecretVolumeSource>({ defaultMode: fileMode, items: keysToPaths }),
  ),
  nfs: all(needs<NFSVolumeSource>('server', 'path'), fields<NFSVolumeSource>({ path: given(absolute) })),
  iscsi,
  glusterfs: needs<GlusterfsVolumeSource>('endpoints', 'path'),
  flocker,
  persistentVolumeClaim: needs<PersistentVolumeClaimVolumeSource>('claimName'),
  rbd: needs<RBDVolumeSource>('monitors', 'image'),
  cinder,
  cephfs: needs<CephFSVolumeSource>('monitors'),
  quobyte,
  downwardAPI: downwardVolume,
  fc: fibreChannel,
  flexVolume: flex,
  configMap: all(
    needs<ConfigMapVolumeSource>('name'),
    fields<ConfigMapVolumeSource>({ defaultMode: fileMode, items: keysToPaths }),
  ),
  azureFile: needs<AzureFileVolumeSource>('secretName', 'shareName'),
  vsphereVolume: needs<VsphereVirtualDiskVolumeSource>('volumePath'),
  photonPersistentDisk: needs<PhotonPersistentDiskVolumeSource>('pdID'),
  portworxVolume: needs<PortworxVolumeSource>('volumeID'),
  azureDisk,
  storageos: storageOs,
  projected: projectedVolume,
  scaleIO: needs<ScaleIOVolumeSource>('gateway', 'system', 'volumeName'),
  csi,
  ephemeral: ephemeralVolume,
}

const rank = new Map(Object.keys(origins).map((origin, index) => [origin, index]))

/** The origins that a volume names, in the server's order. None is an empty folder. */
export function originsOf(volume: Volume): readonly Origin[] {
  const set = (Object.keys(volume) as Origin[]).filter((key) => rank.has(key) && !isUnset(volume[key]))
  return set.length < 2 ? set : set.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
}

const isUnset = (value: unknown): boolean => value === undefined || value === null

const oneOrigin: Check<Volume> = (volume, at) => {
  const set = originsOf(volume)
  return set.slice(1).reduce((found, origin) => {
    return join(found, refuse('volume-sources', { volume: volume.name, sources: set }, below(at, origin)))
  }, none)
}

const firstOrigin: Check<Volume, Around> = (volume, at, around) => {
  const [origin] = originsOf(volume)
  if (origin === undefined) return none
  return (origins[origin] as Check<unknown, Around>)(volume[origin], below(at, origin), around)
}

const iscsiPortal: Check<Volume> = ({ name, iscsi: source }, at) => {
  if (source?.initiatorName === undefined) return none
  const size = Buffer.byteLength(`${name}:${source.targetPortal}`)
  if (size <= 64) return none
  return refuse('name-too-long', { value: name, length: size, limit: 64, form: 'label' }, below(at, 'name'))
}

const distinctFromEphemeral: Check<Volume, Around> = ({ persistentVolumeClaim: disk }, at, { kind, meta, spec }) => {
  const name = disk?.claimName
  if (kind === 'template' || isEmpty(meta.name) || name === undefined) return none
  const made = (spec.volumes ?? []).some((volume) => volume.ephemeral && name === `${meta.name}-${volume.name}`)
  return made
    ? refuse('contradiction', { rule: 'claim-of-ephemeral' }, below(at, 'persistentVolumeClaim', 'claimName'))
    : none
}

/** The disk of an ephemeral volume is called after the pod and the volume. */
const diskNamed: Check<Volume, Around> = ({ name, ephemeral }, at, { kind, meta }) => {
  if (kind === 'template' || !ephemeral || isEmpty(meta.name) || isEmpty(name)) return none
  return text('subdomain')(`${meta.name}-${name}`, below(at, 'name'), undefined)
}

const volume = all<Volume, Around>(
  needs<Volume>('name'),
  fields<Volume>({ name: given(text('label')) }),
  firstOrigin,
  oneOrigin,
  iscsiPortal,
  distinctFromEphemeral,
  diskNamed,
)

/** Newer than `kubernetes-types`. */
const isFromImage = (candidate: Volume & { readonly image?: object }): boolean => !isUnset(candidate.image)

/** Source: pkg/apis/core/validation `ValidateVolumes`. */
export const volumes: Check<readonly Volume[], Around> = all<readonly Volume[], Around>(
  each((one, at, around) => (isFromImage(one) ? dropped('image') : volume)(one, at, around)),
  unique((one) => (isFromImage(one) ? undefined : one.name), ['name']),
)
