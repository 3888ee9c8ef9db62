import type {
  ConfigMapProjection,
  DownwardAPIProjection,
  ProjectedVolumeSource,
  SecretProjection,
  ServiceAccountTokenProjection,
  VolumeProjection,
} from 'kubernetes-types/core/v1.js'
import { all, between, each, fields, join, needs, none, refuse, type Check } from './check.ts'
import { dropped } from './dropped.ts'
import { downwardFiles } from './downward.ts'
import { relativeAndFree } from './file-paths.ts'
import { fileMode, keysToPaths } from './keys-to-paths.ts'

const tenMinutes = 600

const source: Check<VolumeProjection> = fields<VolumeProjection>({
  secret: all(needs<SecretProjection>('name'), fields<SecretProjection>({ items: keysToPaths })),
  configMap: all(needs<ConfigMapProjection>('name'), fields<ConfigMapProjection>({ items: keysToPaths })),
  downwardAPI: fields<DownwardAPIProjection>({ items: downwardFiles }),
  serviceAccountToken: all(
    needs<ServiceAccountTokenProjection>('path'),
    fields<ServiceAccountTokenProjection>({ expirationSeconds: between(tenMinutes, 2 ** 32), path: relativeAndFree }),
  ),
})

const oneOrigin: Check<VolumeProjection> = (projection, at) => {
  const origins = ['secret', 'configMap', 'downwardAPI', 'serviceAccountToken'] as const
  const set = origins.filter((name) => projection[name])
  return set.length > 1
    ? refuse('field-forbidden', { field: set.slice(1).join(', '), because: 'one-origin' }, at)
    : none
}

const pathsOf = ({ secret, configMap, downwardAPI }: VolumeProjection): readonly string[] =>
  [secret, configMap, downwardAPI].flatMap((origin) => (origin?.items ?? []).map((item) => item.path))

const distinctPaths: Check<ProjectedVolumeSource> = ({ sources = [] }, at) => {
  const paths = sources.flatMap(pathsOf).filter((path) => path)
  const twice = paths.filter((path, index) => paths.indexOf(path) !== index)
  return twice.reduce((found, path) => join(found, refuse('projected-twice', { path }, at)), none)
}

/** Several sources in one folder. Source: pkg/apis/core/validation `validateProjectionSources`. */
export const projectedVolume: Check<ProjectedVolumeSource> = all(
  fields<ProjectedVolumeSource>({
    defaultMode: fileMode,
    sources: each(all(source, oneOrigin, dropped('clusterTrustBundle'))),
  }),
  distinctPaths,
)
