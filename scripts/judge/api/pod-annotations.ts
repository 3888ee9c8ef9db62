import type { Around } from './around.ts'
import { below, type At } from './at.ts'
import { isEmpty, join, none, refuse, refuseByLab, type Check, type Faults } from './check.ts'
import { containersIn } from './containers-in.ts'
import { relative } from './file-paths.ts'
import type { Marks } from './labels.ts'

const seccompOfPod = 'seccomp.security.alpha.kubernetes.io/pod'
const seccompOf = 'container.seccomp.security.alpha.kubernetes.io/'
const armorOf = 'container.apparmor.security.beta.kubernetes.io/'
const deletionCost = 'controller.kubernetes.io/pod-deletion-cost'
const mirror = 'kubernetes.io/config.mirror'
const oldTolerations = 'scheduler.alpha.kubernetes.io/tolerations'
const local = 'localhost/'

const int32 = (value: string): boolean =>
  /^(?:0|-?[1-9][0-9]*)$/.test(value) && Number(value) >= -(2 ** 31) && Number(value) < 2 ** 31

const seccompValue: Check<string> = (value, at, around) => {
  if (['runtime/default', 'docker/default', 'unconfined'].includes(value)) return none
  if (value.startsWith(local)) return relative(value.slice(local.length), at, around)
  return refuse('value-malformed', { value, form: 'seccomp-annotation' }, at)
}

function armor(container: string, value: string, at: At, { spec }: Around): Faults {
  const known = containersIn(spec).some(([{ name }]) => name === container)
  const found = known ? none : refuse('value-malformed', { value: container, form: 'container-name' }, at)
  const fits = ['', 'runtime/default', 'unconfined'].includes(value) || value.startsWith(local)
  return fits ? found : join(found, refuse('value-malformed', { value, form: 'apparmor-annotation' }, at))
}

/** Annotations that the server reads as settings. Source: pkg/apis/core/validation `ValidatePodSpecificAnnotations`. */
export const podAnnotations: Check<Marks, Around> = (marks, at, around) =>
  Object.entries(marks).reduce((found, [key, value]) => {
    const place = below(at, key)
    if (key === mirror && isEmpty(around.spec.nodeName))
      return join(found, refuse('contradiction', { rule: 'mirror-without-node' }, place))
    if (key === oldTolerations) return join(found, refuseByLab('silently-dropped', { field: key }, place))
    if (key === deletionCost && !int32(value))
      return join(found, refuse('value-malformed', { value, form: 'int32' }, place))
    if (key === seccompOfPod || key.startsWith(seccompOf)) return join(found, seccompValue(value, place, around))
    return key.startsWith(armorOf) ? join(found, armor(key.slice(armorOf.length), value, place, around)) : found
  }, none)

interface Profile {
  readonly type: string
  readonly localhostProfile?: string
}

const plain: Readonly<Record<string, readonly string[]>> = {
  Unconfined: ['unconfined'],
  RuntimeDefault: ['runtime/default', 'docker/default'],
}

function agrees(profile: Profile | undefined, value: string | undefined, armored: boolean, at: At): Faults {
  if (profile === undefined || value === undefined) return none
  const { type, localhostProfile } = profile
  const differing = (field: string) =>
    refuse('field-forbidden', { field, because: 'annotation-differs' }, below(at, field))
  const allowed = plain[type]?.slice(0, armored ? 1 : undefined)
  if (allowed !== undefined) return allowed.includes(value) ? none : differing('type')
  if (type !== 'Localhost') return none
  if (!value.startsWith(local)) return differing('type')
  return value.slice(local.length) === localhostProfile ? none : differing('localhostProfile')
}

/** The server turns an annotation of a pod by itself into the container's own profile, if it can. Source: pkg/registry/core/pod `applyAppArmorVersionSkew`. */
const becomesProfile = (value: string | undefined): boolean => value !== '' && value !== local

/** An annotation and the field that took its place say the same. Source: `validateSeccompAnnotationsAndFields` and its neighbour. */
export const annotationsAgree: Check<Marks, Around> = (marks, at, { kind, spec }) => {
  const pod = spec.securityContext
  const ofPod = agrees(pod?.seccompProfile, marks[seccompOfPod], false, below(at, 'securityContext', 'seccompProfile'))
  return containersIn(spec).reduce((found, [{ name, securityContext: own }, ...path]) => {
    const place = below(at, ...path, 'securityContext')
    const seccomp = agrees(own?.seccompProfile, marks[`${seccompOf}${name}`], false, below(place, 'seccompProfile'))
    const value = marks[`${armorOf}${name}`]
    const inherited = kind === 'pod' && becomesProfile(value) ? undefined : pod?.appArmorProfile
    const profile = spec.os?.name === 'windows' ? undefined : (own?.appArmorProfile ?? inherited)
    return join(found, join(seccomp, agrees(profile, value, true, below(place, 'appArmorProfile'))))
  }, ofPod)
}
