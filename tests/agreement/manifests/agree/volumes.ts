import type { JsonObject } from '../../../../scripts/model/json.ts'
import { distinctBy, without, type Agree, type Agrees } from '../make.ts'

const files =
  (...fields: readonly string[]): Agree =>
  (made) =>
    fields.reduce((so, field) => distinctBy(so, field, (item) => item['path']), made)

const modes: Agree = (made, draw) =>
  draw.chance(0.2)
    ? { ...made, accessModes: ['ReadWriteOncePod'] }
    : {
        ...made,
        accessModes: draw.some(['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany'], 1, 3),
      }

/** Where a disk is copied from: the old field knows two kinds, and both fields say the same. */
const origins: Agree = (made, draw) => {
  const both = 'dataSource' in made && 'dataSourceRef' in made
  if (both && 'namespace' in (made['dataSourceRef'] as JsonObject)) return without(made, 'dataSource')
  if (both) return { ...made, dataSource: made['dataSourceRef'] ?? null }
  if (!('dataSource' in made)) return made
  const snapshot = { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'monday' }
  return { ...made, dataSource: draw.pick([snapshot, { kind: 'PersistentVolumeClaim', name: 'alice-data' }]) }
}

/** Only a disk that is made for one pod may come from another namespace. */
const ownNamespace: Agree = (made) => {
  const { dataSourceRef, ...spec } = made['spec'] as JsonObject
  return dataSourceRef === undefined
    ? made
    : { ...made, spec: { ...spec, dataSourceRef: without(dataSourceRef as JsonObject, 'namespace') } }
}

const onlyMarks: Agree = (made) => {
  const { labels, annotations } = (made['metadata'] ?? {}) as { labels?: object; annotations?: object }
  return 'metadata' in made
    ? {
        ...made,
        metadata: { ...(labels && { labels: { ...labels } }), ...(annotations && { annotations: { ...annotations } }) },
      }
    : made
}

/** One folder, so no two files by one name; their names here are made from their order. */
const projected: Agree = (made) => {
  const sources = (made['sources'] ?? []) as readonly {
    readonly [origin: string]: { readonly items?: readonly object[] }
  }[]
  const renamed = sources.map((source, index) =>
    Object.fromEntries(
      Object.entries(source).map(([origin, { items, ...rest }]) => [
        origin,
        { ...rest, ...(items && { items: items.map((item, place) => ({ ...item, path: `p${index}/${place}` })) }) },
      ]),
    ),
  )
  return { ...made, ...('sources' in made && { sources: renamed }) }
}

const secretForChap: Agree = (made) =>
  'chapAuthDiscovery' in made || 'chapAuthSession' in made ? { ...made, secretRef: { name: 'chap' } } : made

const managedDisk: Agree = (made) =>
  made['kind'] === 'Managed' ? { ...made, diskURI: '/subscriptions/x/y' } : { ...made, diskURI: 'https://x/y' }

const fibreChannel: Agree = (made) => ('wwids' in made ? without(made, 'lun') : made)

export const volumes: Agrees = {
  ConfigMapVolumeSource: files('items'),
  SecretVolumeSource: files('items'),
  DownwardAPIVolumeSource: files('items'),
  PersistentVolumeClaimSpec: (made, draw) => origins(modes(made, draw), draw),
  PersistentVolumeClaim: ownNamespace,
  PersistentVolumeClaimTemplate: onlyMarks,
  ProjectedVolumeSource: projected,
  ISCSIVolumeSource: secretForChap,
  AzureDiskVolumeSource: managedDisk,
  FCVolumeSource: fibreChannel,
}
