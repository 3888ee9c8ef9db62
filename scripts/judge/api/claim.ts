import type { PersistentVolumeClaim, PersistentVolumeClaimSpec } from 'kubernetes-types/core/v1.js'
import { all, fields, isEmpty, join, type Check } from './check.ts'
import { claimSpec } from './claim-spec.ts'
import { dropped } from './dropped.ts'
import { objectMeta, ownGeneration } from './metadata.ts'
import { objectOf } from './object-of.ts'
import { reported } from './reported.ts'

/** Sources that `dataSource` may name; the server drops others without a word. */
const oldSources = new Set([' PersistentVolumeClaim', 'snapshot.storage.k8s.io VolumeSnapshot'])

/** What the server leaves of the sources. Source: pkg/api/persistentvolumeclaim `DropDisabledFields`, `EnforceDataSourceBackwardsCompatibility`. */
function keptOf({ dataSource, dataSourceRef }: PersistentVolumeClaimSpec): Partial<PersistentVolumeClaimSpec> {
  if (dataSourceRef && isEmpty(dataSourceRef.namespace)) return { dataSourceRef, ...(dataSource && { dataSource }) }
  const known = dataSource && oldSources.has(`${dataSource.apiGroup ?? ''} ${dataSource.kind}`)
  return known ? { dataSource } : {}
}

const spec: Check<PersistentVolumeClaimSpec> = (value, at, around) => {
  if (value.dataSource === undefined && value.dataSourceRef === undefined) return claimSpec(value, at, around)
  const { dataSource, dataSourceRef, ...rest } = value
  const kept = keptOf(value)
  const gone = [dataSource && !kept.dataSource && 'dataSource', dataSourceRef && !kept.dataSourceRef && 'dataSourceRef']
  const names = gone.filter((name) => typeof name === 'string')
  return join(claimSpec({ ...rest, ...kept }, at, around), dropped(...names)(value, at, around))
}

/** Source: pkg/apis/core/validation `ValidatePersistentVolumeClaim`. */
export const claim: Check<PersistentVolumeClaim> = all<PersistentVolumeClaim>(
  objectOf(all(objectMeta('subdomain'), ownGeneration), spec, {}),
  fields<PersistentVolumeClaim>({ status: reported }),
)
