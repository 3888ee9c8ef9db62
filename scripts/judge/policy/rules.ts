import { barePodLimits } from './rules/bare-pod-limits.ts'
import { closedFields } from './rules/closed-fields.ts'
import { closedKinds } from './rules/closed-kinds.ts'
import { diskModes } from './rules/disk-modes.ts'
import { diskSize } from './rules/disk-size.ts'
import { finishedJobsGo } from './rules/finished-jobs-go.ts'
import { gateIsOurs } from './rules/gate-is-ours.ts'
import { gpuByItsResource } from './rules/gpu-by-its-resource.ts'
import { gpuChosen } from './rules/gpu-chosen.ts'
import { gpuClasses } from './rules/gpu-classes.ts'
import { imageSources } from './rules/image-sources.ts'
import { imagesPinned } from './rules/images-pinned.ts'
import { ingressAnnotations } from './rules/ingress-annotations.ts'
import { ingressByGrant } from './rules/ingress-by-grant.ts'
import { ingressClass } from './rules/ingress-class.ts'
import { ingressHosts } from './rules/ingress-hosts.ts'
import { ingressToOwnService } from './rules/ingress-to-own-service.ts'
import { jobGpus } from './rules/job-gpus.ts'
import { jobRetries } from './rules/job-retries.ts'
import { jobSize } from './rules/job-size.ts'
import { jobsSayWhatRuns } from './rules/jobs-say-what-runs.ts'
import { knownResources } from './rules/known-resources.ts'
import { limitNearRequest } from './rules/limit-near-request.ts'
import { memoryVolumes } from './rules/memory-volumes.ts'
import { mountPaths } from './rules/mount-paths.ts'
import { noClusterIdentity } from './rules/no-cluster-identity.ts'
import { noCredentialInText } from './rules/no-credential-in-text.ts'
import { noEndlessCommand } from './rules/no-endless-command.ts'
import { noHostAccess } from './rules/no-host-access.ts'
import { noKeyInTheClear } from './rules/no-key-in-the-clear.ts'
import { noPrivileges } from './rules/no-privileges.ts'
import { oneKindOfGpu } from './rules/one-kind-of-gpu.ts'
import { ownAnnotations } from './rules/own-annotations.ts'
import { ownLabels } from './rules/own-labels.ts'
import { ownName } from './rules/own-name.ts'
import { ownNamespace } from './rules/own-namespace.ts'
import { ownSecrets } from './rules/own-secrets.ts'
import { ownSelectors } from './rules/own-selectors.ts'
import { priorityClasses } from './rules/priority-classes.ts'
import { readersAreMembers } from './rules/readers-are-members.ts'
import { resourcesStated } from './rules/resources-stated.ts'
import { runEnds } from './rules/run-ends.ts'
import { runsOnce } from './rules/runs-once.ts'
import { scheduledByTheCluster } from './rules/scheduled-by-the-cluster.ts'
import { scratchAsked } from './rules/scratch-asked.ts'
import { serviceByGrant } from './rules/service-by-grant.ts'
import { serviceStaysInside } from './rules/service-stays-inside.ts'
import { serviceWithoutGpu } from './rules/service-without-gpu.ts'
import { storageClasses } from './rules/storage-classes.ts'
import { sweepsAreIndexed } from './rules/sweeps-are-indexed.ts'
import { tolerations } from './rules/tolerations.ts'
import { volumeTypes } from './rules/volume-types.ts'
import type { Rule } from './rule.ts'

/** Every law, in the order in which people read what breaks it. */
export const rules: readonly Rule[] = [
  // What it is and whose
  closedKinds,
  ownNamespace,
  ownName,
  ownLabels,
  ownAnnotations,
  ownSelectors,
  // When it ends
  runEnds,
  runsOnce,
  gateIsOurs,
  finishedJobsGo,
  jobsSayWhatRuns,
  noEndlessCommand,
  serviceByGrant,
  // What it takes
  resourcesStated,
  limitNearRequest,
  barePodLimits,
  jobGpus,
  serviceWithoutGpu,
  knownResources,
  oneKindOfGpu,
  gpuByItsResource,
  gpuChosen,
  gpuClasses,
  priorityClasses,
  tolerations,
  jobSize,
  sweepsAreIndexed,
  jobRetries,
  // What it runs, and on which disks
  imageSources,
  imagesPinned,
  storageClasses,
  diskModes,
  diskSize,
  readersAreMembers,
  scratchAsked,
  memoryVolumes,
  mountPaths,
  // What it can reach, and who can reach it
  noHostAccess,
  noPrivileges,
  noClusterIdentity,
  scheduledByTheCluster,
  volumeTypes,
  ownSecrets,
  noCredentialInText,
  noKeyInTheClear,
  serviceStaysInside,
  ingressByGrant,
  ingressHosts,
  ingressClass,
  ingressAnnotations,
  ingressToOwnService,
  closedFields,
]
