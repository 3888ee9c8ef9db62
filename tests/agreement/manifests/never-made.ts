import { allFields } from './schema.ts'

/** A field that no made manifest has, because `lab` refuses it wherever it could stand: `Definition.field`, or a whole definition. */
const refused: Readonly<Record<string, string>> = {
  'PodSpec.ephemeralContainers': 'field-forbidden',
  EphemeralContainer: 'field-forbidden',
  'PodSpec.resourceClaims': 'silently-dropped',
  PodResourceClaim: 'silently-dropped',
  'ResourceRequirements.claims': 'silently-dropped',
  ResourceClaim: 'silently-dropped',
  'PodSpec.resources': 'silently-dropped',
  'Lifecycle.stopSignal': 'silently-dropped',
  'Volume.image': 'silently-dropped',
  ImageVolumeSource: 'silently-dropped',
  'VolumeProjection.clusterTrustBundle': 'silently-dropped',
  ClusterTrustBundleProjection: 'silently-dropped',
  'PersistentVolumeClaimSpec.volumeAttributesClassName': 'silently-dropped',
}

/** With the code that says so. */
export const neverMade: ReadonlyMap<string, string> = new Map(
  allFields.flatMap((field) => {
    const code = refused[field] ?? refused[field.slice(0, field.indexOf('.'))]
    return code === undefined ? [] : [[field, code]]
  }),
)
