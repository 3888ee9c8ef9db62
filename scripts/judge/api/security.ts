import type { AppArmorProfile, SeccompProfile, SecurityContext } from 'kubernetes-types/core/v1.js'
import type { Around } from './around.ts'
import { below } from './at.ts'
import { all, between, fields, join, none, oneOf, refuse, type Check } from './check.ts'
import { relative } from './file-paths.ts'
import { trimmed } from './texts.ts'
import { windowsOptions } from './windows.ts'

/** Users and groups of Linux. */
export const userId = between(0, 2 ** 31 - 1)

const kinds = ['Localhost', 'RuntimeDefault', 'Unconfined']

const profileOfMachine: Check<SeccompProfile> = ({ type, localhostProfile }, at, around) => {
  const place = below(at, 'localhostProfile')
  const missing = localhostProfile === undefined
  if (type !== 'Localhost')
    return missing ? none : refuse('contradiction', { rule: 'profile-without-localhost' }, place)
  return missing
    ? refuse('value-required', { field: 'localhostProfile' }, place)
    : relative(localhostProfile, place, around)
}

/** Source: pkg/apis/core/validation `validateSeccompProfileField`. */
export const seccomp: Check<SeccompProfile> = all(fields<SeccompProfile>({ type: oneOf(...kinds) }), profileOfMachine)

const longestPath = 4095

const armorOfMachine: Check<AppArmorProfile> = ({ type, localhostProfile }, at) => {
  const place = below(at, 'localhostProfile')
  const value = localhostProfile ?? ''
  if (type !== 'Localhost') {
    return localhostProfile === undefined ? none : refuse('contradiction', { rule: 'profile-without-localhost' }, place)
  }
  if (trimmed(value) !== value) return refuse('value-malformed', { value, form: 'unpadded' }, place)
  if (value === '') return refuse('value-required', { field: 'localhostProfile' }, place)
  const size = Buffer.byteLength(value)
  return size > longestPath ? refuse('too-large', { size, limit: longestPath, unit: 'bytes' }, place) : none
}

/** Source: pkg/apis/core/validation `ValidateAppArmorProfileField`. */
export const appArmor: Check<AppArmorProfile> = all(fields<AppArmorProfile>({ type: oneOf(...kinds) }), armorOfMachine)

const escalation: Check<SecurityContext> = ({ allowPrivilegeEscalation, privileged, capabilities }, at) => {
  if (allowPrivilegeEscalation !== false) return none
  const root = privileged ? refuse('contradiction', { rule: 'privileged-without-escalation' }, at) : none
  const admin = capabilities?.add?.includes('CAP_SYS_ADMIN') ?? false
  return admin ? join(root, refuse('contradiction', { rule: 'admin-without-escalation' }, at)) : root
}

const unmasked: Check<string, Around> = (value, at, { spec }) =>
  value !== 'Unmasked' || (spec as { hostUsers?: boolean }).hostUsers === false
    ? none
    : refuse('contradiction', { rule: 'unmasked-with-host-users' }, at)

/** What a container may do. Source: pkg/apis/core/validation `ValidateSecurityContext`. */
export const containerSecurity: Check<SecurityContext, Around> = all(
  fields<SecurityContext, Around>({
    runAsUser: userId,
    runAsGroup: userId,
    procMount: all(oneOf('Default', 'Unmasked'), unmasked),
    seccompProfile: seccomp,
    appArmorProfile: appArmor,
    windowsOptions,
  }),
  escalation,
)
