import type { PodSecurityContext, PodSpec, Sysctl } from 'kubernetes-types/core/v1.js'
import { below } from './at.ts'
import { all, each, fields, join, needs, none, oneOf, refuse, type Check } from './check.ts'
import { appArmor, seccomp, userId } from './security.ts'
import { unique } from './unique.ts'
import { windowsOptions } from './windows.ts'

/** What the cluster knows and `kubernetes-types` does not yet. */
interface Newer {
  readonly supplementalGroupsPolicy?: string
  readonly seLinuxChangePolicy?: string
}

const longestSysctl = 253
const part = '[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?'
const sysctlName = new RegExp(`^(?:${part}[./])*${part}$`)

const kernelName: Check<string> = (value, at) =>
  value.length <= longestSysctl && sysctlName.test(value)
    ? none
    : refuse('value-malformed', { value, form: 'sysctl' }, at)

const sysctls: Check<readonly Sysctl[]> = all(
  each(
    all(
      needs<Sysctl>('name'),
      fields<Sysctl>({ name: (value, at, around) => (value === '' ? none : kernelName(value, at, around)) }),
    ),
  ),
  unique(({ name }) => name, ['name']),
)

/** Settings that the machine shares among processes. Source: component-helpers/node/util/sysctl `nameToNamespace`. */
const ofIpc = /^(?:kernel\.(?:sem|shm|shmall|shmmax|shmmni|shm_rmid_forced|msg|msgmax|msgmnb|msgmni)$|fs\.mqueue\.)/

/** `net/ipv4/conf/eth0.1/x` is `net.ipv4.conf.eth0/1.x`: where `/` comes first, the two change places. */
const dotted = (name: string): string =>
  /^[^./]*\//.test(name) ? name.replace(/[./]/g, (mark) => (mark === '.' ? '/' : '.')) : name

/** Kernel settings that belong to the machine, when the pod is not apart from it. */
export const hostSysctls: Check<PodSpec> = ({ securityContext, hostNetwork, hostIPC }, at) =>
  (securityContext?.sysctls ?? []).reduce((found, { name }, index) => {
    const place = below(at, 'securityContext', 'sysctls', index, 'name')
    const taken = (hostNetwork && dotted(name).startsWith('net.')) || (hostIPC && ofIpc.test(dotted(name)))
    return taken ? join(found, refuse('contradiction', { rule: 'sysctl-of-host' }, place)) : found
  }, none)

/** What all containers of a pod may do. Source: pkg/apis/core/validation `validatePodSpecSecurityContext`. */
export const podSecurity: Check<PodSecurityContext> = all(
  fields<PodSecurityContext & Newer>({
    fsGroup: userId,
    runAsUser: userId,
    runAsGroup: userId,
    supplementalGroups: each(userId),
    sysctls,
    fsGroupChangePolicy: oneOf('Always', 'OnRootMismatch'),
    supplementalGroupsPolicy: oneOf('Merge', 'Strict'),
    seLinuxChangePolicy: oneOf('Recursive'),
    seccompProfile: seccomp,
    appArmorProfile: appArmor,
    windowsOptions,
  }),
)

/** Source: pkg/apis/core/validation `validatePodSpecSecurityContext`, where it reads what v1 keeps in the spec. */
export const sharedProcesses: Check<PodSpec> = ({ shareProcessNamespace, hostPID }, at) =>
  shareProcessNamespace && hostPID
    ? refuse('contradiction', { rule: 'host-and-shared-processes' }, below(at, 'shareProcessNamespace'))
    : none

const ofHost = ['hostNetwork', 'hostPID', 'hostIPC'] as const

/** Source: pkg/apis/core/validation `validateHostUsers`. */
export const ownUsers: Check<PodSpec> = (spec, at) => {
  if ((spec as { hostUsers?: boolean }).hostUsers !== false) return none
  return ofHost.reduce((found, field) => {
    return spec[field]
      ? join(found, refuse('field-forbidden', { field, because: 'own-users' }, below(at, field)))
      : found
  }, none)
}
