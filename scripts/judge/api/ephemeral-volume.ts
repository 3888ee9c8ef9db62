import type { EphemeralVolumeSource, PersistentVolumeClaimTemplate } from 'kubernetes-types/core/v1.js'
import type { ObjectMeta } from 'kubernetes-types/meta/v1.js'
import { below } from './at.ts'
import { all, fields, isEmpty, join, needs, none, refuse, type Check } from './check.ts'
import { claimSpec } from './claim-spec.ts'
import { annotations, labels } from './labels.ts'

/** The claim's name follows from the pod: only labels and annotations may be given. The server counts an empty list as given. */
const onlyMarks: Check<ObjectMeta> = (meta, at) =>
  Object.entries(meta).reduce((found, [field, value]) => {
    const unset = isEmpty(value) && !Array.isArray(value)
    if (field === 'labels' || field === 'annotations' || unset) return found
    return join(found, refuse('field-forbidden', { field, because: 'claim-template' }, below(at, field)))
  }, none)

/** A disk that lives as long as its pod. Source: pkg/apis/core/validation `validateEphemeralVolumeSource`. */
export const ephemeralVolume: Check<EphemeralVolumeSource> = all(
  needs<EphemeralVolumeSource>('volumeClaimTemplate'),
  fields<EphemeralVolumeSource>({
    volumeClaimTemplate: fields<PersistentVolumeClaimTemplate>({
      metadata: all(fields<ObjectMeta>({ labels, annotations }), onlyMarks),
      spec: claimSpec,
    }),
  }),
)
