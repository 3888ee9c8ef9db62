import type { PodReadinessGate, PodSchedulingGate, PodSpec } from 'kubernetes-types/core/v1.js'
import { affinity } from './affinity.ts'
import type { Around } from './around.ts'
import { below } from './at.ts'
import { all, between, each, fields, given, isEmpty, join, needs, none, oneOf, refuse, type Check } from './check.ts'
import { initContainer, mainContainer } from './container.ts'
import { containersIn } from './containers-in.ts'
import { dnsConfig, dnsGiven, hostAliases } from './dns.ts'
import { dropped } from './dropped.ts'
import { hostPorts } from './host-ports.ts'
import { labels } from './labels.ts'
import { hostSysctls, ownUsers, podSecurity, sharedProcesses } from './pod-security.ts'
import { quantities } from './resources.ts'
import { spread } from './spread.ts'
import { qualifiedName, text } from './texts.ts'
import { tolerations } from './tolerations.ts'
import { unique } from './unique.ts'
import { volumes } from './volumes.ts'
import { hostProcesses, operatingSystem } from './windows.ts'

/** What the cluster knows and `kubernetes-types` does not. */
interface Newer {
  readonly overhead?: Readonly<Record<string, string>>
}

const subdomain = given(text('subdomain'))

/** The server names the place of the gate, not of its name. */
const gates: Check<readonly PodSchedulingGate[]> = all(
  each(({ name }, at, around) => qualifiedName(name, at, around)),
  unique(({ name }) => name, []),
)

/** Main containers first, as the server counts; an empty name is a fault of its own. */
const distinctNames: Check<PodSpec> = (spec, at) => {
  const seen = new Set<string>()
  const byRole = [...containersIn(spec)].sort(([, one], [, other]) => one.localeCompare(other))
  return byRole.reduce((found, [{ name }, list, index]) => {
    const twice = !isEmpty(name) && seen.has(name)
    seen.add(name)
    return twice ? join(found, refuse('value-duplicate', { value: name }, below(at, list, index, 'name'))) : found
  }, none)
}

/** The fields of a pod, each by itself. Source: pkg/apis/core/validation `ValidatePodSpec`. */
const ownFields = fields<PodSpec & Newer, Around>({
  volumes,
  containers: each(mainContainer),
  initContainers: each(initContainer),
  restartPolicy: given(oneOf('Always', 'Never', 'OnFailure')),
  dnsPolicy: given(oneOf('ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None')),
  nodeSelector: labels,
  securityContext: podSecurity,
  affinity,
  dnsConfig,
  readinessGates: each(fields<PodReadinessGate>({ conditionType: qualifiedName })),
  schedulingGates: gates,
  topologySpreadConstraints: spread,
  serviceAccountName: subdomain,
  nodeName: subdomain,
  activeDeadlineSeconds: between(1, 2 ** 31 - 1),
  hostname: given(text('label')),
  subdomain: given(text('label')),
  tolerations,
  hostAliases,
  priorityClassName: subdomain,
  runtimeClassName: text('subdomain'),
  preemptionPolicy: oneOf('Never', 'PreemptLowerPriority'),
  overhead: (list, at, around) => quantities(list, below(at, 'limits'), around),
})

/** `serviceAccount` is what `serviceAccountName` was called once. The server names the place of the new one. */
const oldAccount: Check<PodSpec> = ({ serviceAccount, serviceAccountName }, at, around) =>
  isEmpty(serviceAccountName) ? subdomain(serviceAccount ?? '', below(at, 'serviceAccount'), around) : none

export const podSpec: Check<PodSpec, Around> = all<PodSpec, Around>(
  needs<PodSpec>('containers'),
  ownFields,
  distinctNames,
  oldAccount,
  hostPorts,
  dnsGiven,
  hostSysctls,
  sharedProcesses,
  ownUsers,
  hostProcesses,
  operatingSystem,
  dropped('resources', 'resourceClaims'),
)
