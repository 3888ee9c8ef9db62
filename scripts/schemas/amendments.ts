/**
 * What a kube-apiserver's OpenAPI gets wrong about the server itself, as `Definition.field`. Found by asking the decoder, the defaults and the
 * validation of release 1.33.13 about every field of our kinds: missing, empty, null.
 */

/** Said to be required, and the server takes the object without. */
export const notRequired: ReadonlySet<string> = new Set([
  'ClusterTrustBundleProjection.path',
  'HTTPHeader.value',
  'ISCSIVolumeSource.lun',
  'OwnerReference.apiVersion',
  'OwnerReference.kind',
  'OwnerReference.name',
  'OwnerReference.uid',
  'PodFailurePolicy.rules',
  'PodFailurePolicyOnPodConditionsPattern.status',
  'PodResourceClaim.name',
  'PreferredSchedulingTerm.preference',
  'ResourceClaim.name',
  'ScaleIOVolumeSource.secretRef',
  'SleepAction.seconds',
  'Sysctl.value',
  'TypedLocalObjectReference.kind',
  'TypedLocalObjectReference.name',
  'TypedObjectReference.kind',
  'TypedObjectReference.name',
])

/** Said to be one of a few texts, and the server drops the field before it looks. */
export const anyText: ReadonlySet<string> = new Set(['ImageVolumeSource.pullPolicy', 'Lifecycle.stopSignal'])

/** Said to be an object, and the server keeps whatever is written. */
export const anyJson: ReadonlySet<string> = new Set(['ManagedFieldsEntry.fieldsV1'])

/** Enums in which the server reads `""` as "not given"; in all others it refuses it. */
export const emptyIsUnset: ReadonlySet<string> = new Set([
  'Container.imagePullPolicy',
  'Container.terminationMessagePolicy',
  'ContainerPort.protocol',
  'DeploymentStrategy.type',
  'EphemeralContainer.imagePullPolicy',
  'EphemeralContainer.terminationMessagePolicy',
  'HTTPGetAction.scheme',
  'PodSpec.dnsPolicy',
  'PodSpec.restartPolicy',
  'ServicePort.protocol',
  'ServiceSpec.externalTrafficPolicy',
  'ServiceSpec.sessionAffinity',
  'ServiceSpec.type',
  'Toleration.effect',
  'Toleration.operator',
])
