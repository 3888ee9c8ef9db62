import type { Service, ServiceSpec } from 'kubernetes-types/core/v1.js'
import { below, type At } from './at.ts'
import {
  all,
  between,
  each,
  fields,
  given,
  isEmpty,
  join,
  none,
  oneOf,
  refuse,
  type Check,
  type Faults,
} from './check.ts'
import { cidr } from './ip.ts'
import { labels, type Marks } from './labels.ts'
import { objectMeta, ownGeneration } from './metadata.ts'
import { objectOf } from './object-of.ts'
import { externalIp, isHeadless, serviceIps } from './service-ips.ts'
import { oneTaker, servicePorts } from './service-ports.ts'
import { qualifiedName, text, trimmed } from './texts.ts'

type Type = 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName'

const types: readonly Type[] = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort']

/** Source: pkg/apis/core/v1 `SetDefaults_Service`. */
const typeOf = ({ type }: ServiceSpec): string => type || 'ClusterIP'

const nodePorts = between(30_000, 32_767)
const longestAffinity = 86_400

const portsGiven: Check<ServiceSpec> = (spec, at) =>
  isEmpty(spec.ports) && !isHeadless(spec) && typeOf(spec) !== 'ExternalName'
    ? refuse('value-required', { field: 'ports' }, below(at, 'ports'))
    : none

const notHeadless: Check<ServiceSpec> = (spec, at) => {
  const type = typeOf(spec)
  if (!isHeadless(spec) || (type !== 'LoadBalancer' && type !== 'NodePort')) return none
  return refuse(
    'contradiction',
    { rule: 'headless-outside' },
    below(at, isEmpty(spec.clusterIPs) ? 'clusterIP' : 'clusterIPs'),
  )
}

const externalName: Check<ServiceSpec> = (spec, at, around) => {
  if (typeOf(spec) !== 'ExternalName') return none
  const name = (spec.externalName ?? '').replace(/\.$/, '')
  const place = below(at, 'externalName')
  return name === ''
    ? refuse('value-required', { field: 'externalName' }, place)
    : text('subdomain')(name, place, around)
}

const affinity: Check<ServiceSpec> = ({ sessionAffinity, sessionAffinityConfig }, at, around) => {
  const seconds = sessionAffinityConfig?.clientIP?.timeoutSeconds
  if (sessionAffinity !== 'ClientIP' || seconds === undefined) return none
  return between(1, longestAffinity)(seconds, below(at, 'sessionAffinityConfig', 'clientIP', 'timeoutSeconds'), around)
}

const nodePortsFit: Check<ServiceSpec> = (spec, at, around) =>
  (spec.ports ?? []).reduce((found, { nodePort = 0 }, index) => {
    const place = below(at, 'ports', index, 'nodePort')
    const type = typeOf(spec)
    if (nodePort === 0 || type === 'ExternalName') return found
    if (type === 'ClusterIP')
      return join(found, refuse('field-forbidden', { field: 'nodePort', because: 'cluster-ip' }, place))
    return join(found, nodePorts(nodePort, place, around))
  }, none)

/** Ports of the machines are given out before the Service is judged. Source: pkg/registry/core/service/storage `allocNodePorts`. */
const nodePortsGiven: Check<ServiceSpec> = (spec, at, around) =>
  typeOf(spec) === 'NodePort' || typeOf(spec) === 'LoadBalancer'
    ? oneTaker(spec.ports ?? [], below(at, 'ports'), around)
    : none

const onlyLoadBalancer = ['loadBalancerSourceRanges', 'allocateLoadBalancerNodePorts', 'loadBalancerClass'] as const

const balanced: Check<ServiceSpec> = (spec, at) => {
  if (typeOf(spec) === 'LoadBalancer') return none
  return onlyLoadBalancer.reduce((found, field) => {
    const value = spec[field]
    const unset = value === undefined || (Array.isArray(value) && value.length === 0)
    return unset
      ? found
      : join(found, refuse('field-forbidden', { field, because: 'only-load-balancer' }, below(at, field)))
  }, none)
}

const isOutside = (spec: ServiceSpec): boolean =>
  typeOf(spec) === 'LoadBalancer' ||
  typeOf(spec) === 'NodePort' ||
  (typeOf(spec) === 'ClusterIP' && !isEmpty(spec.externalIPs))

function healthPort(spec: ServiceSpec, port: number, at: At): Faults {
  const twice = (spec.ports ?? []).some(({ nodePort }) => nodePort === port)
  return twice ? refuse('value-duplicate', { value: String(port) }, at) : nodePorts(port, at, undefined)
}

const traffic: Check<ServiceSpec> = (spec, at, around) => {
  const { externalTrafficPolicy: policy = '', healthCheckNodePort: health = 0 } = spec
  const place = below(at, 'externalTrafficPolicy')
  const outside = isOutside(spec) ? given(oneOf('Cluster', 'Local'))(policy, place, around) : none
  const inside =
    isOutside(spec) || policy === '' ? none : refuse('contradiction', { rule: 'outside-policy-inside' }, place)
  const checked = typeOf(spec) === 'LoadBalancer' && policy === 'Local'
  const healthPlace = below(at, 'healthCheckNodePort')
  const unfit = checked || health === 0 ? none : refuse('contradiction', { rule: 'health-port-unused' }, healthPlace)
  const taken = checked && health !== 0 ? healthPort(spec, health, healthPlace) : none
  return [outside, inside, unfit, taken].reduce(join, none)
}

const cidrs: Check<readonly string[]> = each((value, at, around) => cidr(trimmed(value), at, around))

const spec: Check<ServiceSpec> = all(
  portsGiven,
  notHeadless,
  externalName,
  fields<ServiceSpec>({
    ports: servicePorts,
    selector: labels,
    sessionAffinity: given(oneOf('ClientIP', 'None')),
    externalIPs: each(externalIp),
    type: given(oneOf(...types)),
    loadBalancerSourceRanges: cidrs,
    internalTrafficPolicy: oneOf('Cluster', 'Local'),
    trafficDistribution: oneOf('PreferClose'),
  }),
  (value, at, around) =>
    typeOf(value) === 'LoadBalancer'
      ? fields<ServiceSpec>({ loadBalancerClass: qualifiedName })(value, at, around)
      : none,
  affinity,
  serviceIps,
  nodePortsFit,
  nodePortsGiven,
  balanced,
  traffic,
)

const rangesKey = 'service.beta.kubernetes.io/load-balancer-source-ranges'
const topologyKeys = ['service.kubernetes.io/topology-mode', 'service.kubernetes.io/topology-aware-hints'] as const

/** Annotations that the server reads as settings. */
const annotated: Check<Service> = ({ metadata, spec: inside = {} }, at, around) => {
  const marks: Marks = metadata?.annotations ?? {}
  const [mode, hints] = topologyKeys.map((key) => marks[key])
  const place = below(at, 'metadata', 'annotations')
  const differ = mode !== undefined && hints !== undefined && mode !== hints
  const topology = differ
    ? refuse('contradiction', { rule: 'topology-annotations-differ' }, below(place, topologyKeys[0]))
    : none
  const ranges = marks[rangesKey]
  if (ranges === undefined || !isEmpty(inside.loadBalancerSourceRanges)) return topology
  const where = below(place, rangesKey)
  const unused =
    typeOf(inside) === 'LoadBalancer'
      ? none
      : refuse('field-forbidden', { field: rangesKey, because: 'only-load-balancer' }, where)
  const list = trimmed(ranges) === '' ? [] : ranges.split(',')
  return list.reduce((found, one) => join(found, cidr(trimmed(one), where, around)), join(topology, unused))
}

/** Source: pkg/apis/core/validation `ValidateService`. */
export const service: Check<Service> = all<Service>(
  objectOf(all(objectMeta('service-name'), ownGeneration), spec, {}),
  annotated,
)
