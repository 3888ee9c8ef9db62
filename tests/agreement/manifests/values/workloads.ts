import { among, listOf, whole, type Makes } from '../make.ts'
import { domainPath, exitStatus, percentOrCount } from './texts.ts'

const small = whole(0, 100_000)

export const workloads: Makes = {
  'JobSpec.activeDeadlineSeconds': whole(0, 2 ** 40),
  'JobSpec.backoffLimit': whole(0, 2 ** 31 - 1),
  'JobSpec.backoffLimitPerIndex': whole(0, 2 ** 31 - 1),
  'JobSpec.completions': whole(1, 100_000),
  'JobSpec.parallelism': small,
  'JobSpec.maxFailedIndexes': among(0, 1),
  'JobSpec.managedBy': domainPath,
  'JobSpec.ttlSecondsAfterFinished': whole(0, 2 ** 31 - 1),
  'PodFailurePolicyOnExitCodesRequirement.containerName': among('main'),
  'PodFailurePolicyOnExitCodesRequirement.values': among([1], [1, 2, 42], [-1, 300]),
  'PodFailurePolicyOnPodConditionsPattern.type': domainPath,
  'PodFailurePolicyOnPodConditionsPattern.status': exitStatus,
  'SuccessPolicyRule.succeededCount': among(0, 1),
  'SuccessPolicyRule.succeededIndexes': among('0', ''),
  'SuccessPolicy.rules': listOf((draw) => draw.pick([{ succeededIndexes: '0' }, { succeededCount: 1 }]), 1, 2),
  'DeploymentSpec.replicas': whole(0, 2 ** 31 - 1),
  'DeploymentSpec.minReadySeconds': whole(0, 500),
  'DeploymentSpec.progressDeadlineSeconds': whole(600, 2 ** 31 - 1),
  'DeploymentSpec.revisionHistoryLimit': small,
  'RollingUpdateDeployment.maxSurge': percentOrCount,
  'RollingUpdateDeployment.maxUnavailable': percentOrCount,
}
