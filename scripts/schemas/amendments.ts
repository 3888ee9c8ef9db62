/**
 * What a kube-apiserver's OpenAPI gets wrong about the server itself, as `Definition.field`. Found by asking the decoder, the defaults and the
 * validation of release 1.33.13 about every field of our kinds: missing, empty, null.
 */

/** Said to be required, and the server takes the object without. */
export const notRequired: ReadonlySet<string> = new Set([
  'HTTPHeader.value',
  'ISCSIVolumeSource.lun',
  'PodFailurePolicy.rules',
  'PodFailurePolicyOnPodConditionsPattern.status',
  'PreferredSchedulingTerm.preference',
  'ScaleIOVolumeSource.secretRef',
  'SleepAction.seconds',
  'Sysctl.value',
])

/** Enums in which the server reads `""` as "not given"; in all others it refuses it. */
export const emptyIsUnset: ReadonlySet<string> = new Set([
  'Container.imagePullPolicy',
  'Container.terminationMessagePolicy',
  'ContainerPort.protocol',
  'DeploymentStrategy.type',
  'EphemeralContainer.imagePullPolicy',
  'EphemeralContainer.terminationMessagePolicy',
  'HTTPGetAction.scheme',
  'ImageVolumeSource.pullPolicy',
  'PodSpec.dnsPolicy',
  'PodSpec.restartPolicy',
  'ServicePort.protocol',
  'ServiceSpec.externalTrafficPolicy',
  'ServiceSpec.sessionAffinity',
  'ServiceSpec.type',
  'Toleration.effect',
  'Toleration.operator',
])
