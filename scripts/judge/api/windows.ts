import type {
  Container,
  PodSpec,
  PodSecurityContext,
  SecurityContext,
  WindowsSecurityContextOptions,
} from 'kubernetes-types/core/v1.js'
import { below, type At } from './at.ts'
import { fields, isEmpty, join, none, refuse, type Check, type Faults } from './check.ts'
import { containersIn } from './containers-in.ts'
import { text } from './texts.ts'

const largestCredentials = 64 * 1024
const label = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?'
const domainName = new RegExp(`^(?:[^\\\\/:*?"<>|.][^\\\\/:*?"<>|]{0,14}|${label}(?:\\.${label})*)$`, 'u')
const userName = /^(?![. ]+$)[^"/\\:;|=,+*?<>@[\]]+$/u
const longestUser = 104
/** Of ASCII only, as Go's `[[:cntrl:]]` has it. */
const control = /[\p{Cc}--[\u0080-\u009f]]/v
const longestDomain = 255

/** `user` or `domain\user`. */
const runAsUserName: Check<string> = (value, at) => {
  const parts = value.split('\\')
  const [user = '', domain] = [parts.at(-1), parts.length > 1 ? parts[0] : undefined]
  const domainFits = domain === undefined || (Buffer.byteLength(domain) < longestDomain && domainName.test(domain))
  const userFits = userName.test(user) && Buffer.byteLength(user) <= longestUser
  const fits = parts.length <= 2 && !control.test(value) && userFits && domainFits
  return fits ? none : refuse('value-malformed', { value, form: 'windows-user' }, at)
}

const credentials: Check<string> = (value, at) => {
  const size = Buffer.byteLength(value)
  if (size === 0) return refuse('value-malformed', { value, form: 'not-empty' }, at)
  return size > largestCredentials ? refuse('value-malformed', { value: '…', form: 'under-64-kib' }, at) : none
}

/** Source: pkg/apis/core/validation `validateWindowsSecurityContextOptions`. */
export const windowsOptions: Check<WindowsSecurityContextOptions> = fields<WindowsSecurityContextOptions>({
  gmsaCredentialSpecName: text('subdomain'),
  gmsaCredentialSpec: credentials,
  runAsUserName,
})

/** What only Linux knows: of the pod's security, of the pod, and of a container's security. */
const linuxOnly = {
  pod: [
    'appArmorProfile',
    'seLinuxOptions',
    'seccompProfile',
    'fsGroup',
    'fsGroupChangePolicy',
    'runAsUser',
    'runAsGroup',
    'supplementalGroups',
    'supplementalGroupsPolicy',
    'seLinuxChangePolicy',
  ],
  spec: ['hostUsers', 'shareProcessNamespace'],
  container: [
    'appArmorProfile',
    'seLinuxOptions',
    'seccompProfile',
    'capabilities',
    'readOnlyRootFilesystem',
    'privileged',
    'allowPrivilegeEscalation',
    'procMount',
    'runAsUser',
    'runAsGroup',
  ],
}

function forbid(
  value: object | undefined,
  names: readonly string[],
  because: 'linux-pod' | 'windows-pod',
  at: At,
): Faults {
  const given = (value ?? {}) as Readonly<Record<string, unknown>>
  return names.reduce((found, field) => {
    const unset = given[field] === undefined || given[field] === null
    return unset ? found : join(found, refuse('field-forbidden', { field, because }, below(at, field)))
  }, none)
}

function everywhere(
  spec: PodSpec,
  at: At,
  judge: (security: PodSecurityContext | SecurityContext | undefined, at: At, of: 'pod' | 'container') => Faults,
): Faults {
  return containersIn(spec).reduce(
    (found, [container, ...path]) =>
      join(found, judge(container.securityContext, below(at, ...path, 'securityContext'), 'container')),
    judge(spec.securityContext, below(at, 'securityContext'), 'pod'),
  )
}

const onWindows: Check<PodSpec> = (spec, at) => {
  const given = spec as PodSpec & Readonly<Record<string, unknown>>
  const hosts = ['hostPID', 'hostIPC'].filter((field) => given[field] === true)
  const sysctls = isEmpty(spec.securityContext?.sysctls) ? [] : ['sysctls']
  const found = join(
    forbid(spec, [...linuxOnly.spec, ...hosts], 'windows-pod', at),
    forbid(spec.securityContext, sysctls, 'windows-pod', below(at, 'securityContext')),
  )
  return join(
    found,
    everywhere(spec, at, (security, place, of) => forbid(security, linuxOnly[of], 'windows-pod', place)),
  )
}

const onLinux: Check<PodSpec> = (spec, at) =>
  everywhere(spec, at, (security, place) => forbid(security, ['windowsOptions'], 'linux-pod', place))

/** A pod for one system has nothing of the other. Source: pkg/apis/core/validation `validateOS`, `validateLinux`, `validateWindows`. */
export const operatingSystem: Check<PodSpec> = (spec, at, around) => {
  const { os } = spec
  if (os === undefined || os === null) return none
  if (isEmpty(os.name)) return refuse('value-required', { field: 'name' }, below(at, 'os', 'name'))
  if (os.name === 'linux') return onLinux(spec, at, around)
  if (os.name === 'windows') return onWindows(spec, at, around)
  return refuse('value-unsupported', { value: os.name, allowed: ['linux', 'windows'] }, below(at, 'os'))
}

const ownProcess = ({ securityContext }: Container): boolean | undefined => securityContext?.windowsOptions?.hostProcess

/** Containers that are processes of the machine: all of a pod or none, and on its network. */
export const hostProcesses: Check<PodSpec> = (spec, at) => {
  const ofPod = spec.securityContext?.windowsOptions?.hostProcess
  if (ofPod === undefined && containersIn(spec).every(([container]) => ownProcess(container) === undefined)) return none
  const each = containersIn(spec).map(([container, ...path]) => ({
    own: ownProcess(container),
    path,
  }))
  const differing = each.filter(({ own }) => ofPod !== undefined && own !== undefined && own !== ofPod)
  const found = differing.reduce((so, { path }) => {
    const place = below(at, ...path, 'securityContext', 'windowsOptions', 'hostProcess')
    return join(so, refuse('contradiction', { rule: 'host-process-differs' }, place))
  }, none)
  const some = each.filter(({ own }) => own ?? ofPod)
  if (some.length === 0) return found
  const mixed =
    some.length === each.length ? found : join(found, refuse('contradiction', { rule: 'host-process-mixed' }, at))
  return spec.hostNetwork
    ? mixed
    : join(mixed, refuse('contradiction', { rule: 'host-process-network' }, below(at, 'hostNetwork')))
}
