import type { ServiceSpec } from 'kubernetes-types/core/v1.js'
import { below } from './at.ts'
import { each, isEmpty, join, none, oneOf, refuse, refuseByLab, type Check } from './check.ts'
import { familyOf, ipAddress } from './ip.ts'

/** Both fields hold the same; old clients write only the first. Source: pkg/registry/core/service/storage `normalizeClusterIPs`. */
export function clusterIpsOf({ clusterIP, clusterIPs = [] }: ServiceSpec): readonly string[] {
  return clusterIPs.length === 0 && !isEmpty(clusterIP) ? [clusterIP ?? ''] : clusterIPs
}

export const isHeadless = (spec: ServiceSpec): boolean => {
  const ips = clusterIpsOf(spec)
  return ips.length === 1 && ips[0] === 'None'
}

/** The field that the member wrote. */
const fieldOf = ({ clusterIPs }: ServiceSpec): 'clusterIP' | 'clusterIPs' =>
  isEmpty(clusterIPs) ? 'clusterIP' : 'clusterIPs'

const consistent: Check<ServiceSpec> = (spec, at) => {
  const ips = clusterIpsOf(spec)
  const place = below(at, 'clusterIPs')
  const same = (spec.clusterIP ?? '') === (ips[0] ?? '')
  const found = same ? none : refuse('contradiction', { rule: 'cluster-ips-differ' }, place)
  if (ips[0] === 'None' && ips.length > 1) return join(found, refuse('contradiction', { rule: 'none-alone' }, place))
  return ips.length > 2 ? join(found, refuse('list-too-long', { count: ips.length, limit: 2 }, place)) : found
}

/** A fixed address can be taken, or outside the cluster's range: only the cluster knows. The lab lets the cluster choose. */
const chosenByCluster: Check<ServiceSpec> = (spec, at, around) => {
  const ips = clusterIpsOf(spec).filter((ip, index) => !(index === 0 && ip === 'None'))
  if (ips.length === 0) return none
  const field = fieldOf(spec)
  const place = below(at, field)
  const unreadable =
    field === 'clusterIP' ? ipAddress(ips[0] ?? '', place, around) : each(ipAddress)(ips, place, around)
  return unreadable.length > 0 ? unreadable : refuseByLab('cluster-ip-fixed', { ip: ips.join(', ') }, place)
}

/** The cluster gives its Services IPv4 addresses, one each. A Service without pods to pick may say otherwise. */
const families: Check<ServiceSpec> = (spec, at) => {
  const { ipFamilies = [], ipFamilyPolicy } = spec
  const place = below(at, 'ipFamilies')
  const judged = ipFamilies.reduce((found, family, index) => {
    const known = oneOf('IPv4', 'IPv6')(family, below(place, index), undefined)
    const twice =
      ipFamilies.indexOf(family) === index ? none : refuse('value-duplicate', { value: family }, below(place, index))
    return join(found, join(known, twice))
  }, none)
  const unselected = isHeadless(spec) && isEmpty(Object.keys(spec.selector ?? {}))
  const single = (ipFamilyPolicy ?? (unselected ? 'RequireDualStack' : 'SingleStack')) === 'SingleStack'
  const two =
    single && ipFamilies.length === 2
      ? refuse('contradiction', { rule: 'two-families-one-stack' }, below(at, 'ipFamilyPolicy'))
      : none
  const found = judged.length > 0 ? judged : two
  if (unselected || found.length > 0) return found
  const dual =
    ipFamilyPolicy === 'RequireDualStack'
      ? refuse('not-on-cluster', { what: 'two addresses' }, below(at, 'ipFamilyPolicy'))
      : none
  const six = ipFamilies.indexOf('IPv6')
  return six < 0 ? dual : join(dual, refuse('not-on-cluster', { what: 'IPv6' }, below(place, six)))
}

const policies = oneOf('PreferDualStack', 'RequireDualStack', 'SingleStack')

const policy: Check<ServiceSpec> = ({ ipFamilyPolicy }, at, around) =>
  ipFamilyPolicy === undefined ? none : policies(ipFamilyPolicy, below(at, 'ipFamilyPolicy'), around)

/** A name for something outside has no address in the cluster. */
const forbiddenOutside: Check<ServiceSpec> = (spec, at) => {
  const set = [
    isEmpty(clusterIpsOf(spec)) ? '' : fieldOf(spec),
    isEmpty(spec.ipFamilies) ? '' : 'ipFamilies',
    spec.ipFamilyPolicy === undefined ? '' : 'ipFamilyPolicy',
  ]
  return set
    .filter((field) => field)
    .reduce(
      (found, field) => join(found, refuse('field-forbidden', { field, because: 'external-name' }, below(at, field))),
      none,
    )
}

/** Source: pkg/apis/core/validation `ValidateServiceClusterIPsRelatedFields`, pkg/registry/core/service/storage `initIPFamilyFields`. */
export const serviceIps: Check<ServiceSpec> = (spec, at, around) => {
  if (spec.type === 'ExternalName') return forbiddenOutside(spec, at, around)
  return [consistent, chosenByCluster, policy, families].reduce(
    (found, check) => join(found, check(spec, at, around)),
    none,
  )
}

const special = {
  IPv4: /^(?:0+\.0+\.0+\.0+$|0*127\.|0*169\.0*254\.|0*224\.0*0\.0*0\.)/,
  IPv6: /^(?:(?:0*:)*0*:?:0*[01]?$|fe[89ab]|ff[0-9a-f]2)/i,
}

/** An address that traffic can come from outside to. Source: pkg/apis/core/validation `ValidateEndpointIP`. */
export const externalIp: Check<string> = (value, at) => {
  const family = familyOf(value)
  if (family === undefined) return refuse('value-malformed', { value, form: 'ip' }, at)
  return special[family].test(value) ? refuse('value-malformed', { value, form: 'ip-of-others' }, at) : none
}
