import type { JsonObject } from '../../../../scripts/model/json.ts'
import type { Draw } from '../../draw.ts'
import { distinctBy, eachOf, textOf, without, type Agree, type Agrees } from '../make.ts'
import { serviceName } from '../values/texts.ts'

const ofAddresses = ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy']
const ofBalancers = [
  'allocateLoadBalancerNodePorts',
  'loadBalancerClass',
  'loadBalancerSourceRanges',
  'healthCheckNodePort',
]

/** Each type of Service has fields of its own. */
const types: Readonly<Record<string, Agree>> = {
  ClusterIP: (spec, draw) => inside(without(spec, ...ofBalancers), draw),
  NodePort: (spec) => reached(without(spec, ...ofBalancers)),
  LoadBalancer: (spec) => checked(reached(spec)),
  ExternalName: (spec) => ({
    ...without(spec, ...ofAddresses, ...ofBalancers, 'externalTrafficPolicy'),
    externalName: spec['externalName'] ?? 'x.y',
  }),
}

const serviceSpec: Agree = (made, draw) => {
  const type = textOf(made, 'type') || 'ClusterIP'
  const ports = numbered(made['ports'] === undefined ? { ...made, ports: [{ port: 80 }] } : made)
  return families(types[type]?.(ports, draw) ?? ports)
}

function numbered(spec: JsonObject): JsonObject {
  const apart = distinctBy(
    distinctBy(spec, 'ports', (port) => port['port']),
    'ports',
    (port) => port['nodePort'],
  )
  return eachOf(apart, 'ports', (port, index) => ({ ...port, name: `p${index}` }))
}

function inside(spec: JsonObject, draw: Draw): JsonObject {
  const hidden = eachOf(without(spec, 'clusterIP', 'clusterIPs'), 'ports', (port) => without(port, 'nodePort'))
  if ('clusterIP' in spec) {
    const headless = without(
      { ...hidden, clusterIP: 'None', ...(draw.chance(0.5) && { clusterIPs: ['None'] }) },
      'externalIPs',
    )
    return without(headless, 'externalTrafficPolicy')
  }
  const outside = (hidden['externalIPs'] as readonly unknown[] | undefined)?.length
  return outside ? hidden : without(hidden, 'externalTrafficPolicy')
}

const reached = (spec: JsonObject): JsonObject => without(spec, 'clusterIP', 'clusterIPs')

/** The port for checks is no other's. */
const checked = (spec: JsonObject): JsonObject =>
  spec['externalTrafficPolicy'] === 'Local'
    ? eachOf(spec, 'ports', (port) =>
        port['nodePort'] === spec['healthCheckNodePort'] ? without(port, 'nodePort') : port,
      )
    : without(spec, 'healthCheckNodePort')

/** The cluster has one family. */
function families(spec: JsonObject): JsonObject {
  const one = 'ipFamilies' in spec ? { ...spec, ipFamilies: ['IPv4'] } : spec
  return one['ipFamilyPolicy'] === 'RequireDualStack' ? { ...one, ipFamilyPolicy: 'PreferDualStack' } : one
}

const ingressSpec: Agree = (made, draw) =>
  'rules' in made || 'defaultBackend' in made
    ? made
    : { ...made, defaultBackend: { service: { name: serviceName(draw), port: { number: 80 } } } }

const path: Agree = (made) =>
  'path' in made || made['pathType'] === 'ImplementationSpecific' ? made : { ...made, path: '/' }

export const network: Agrees = { ServiceSpec: serviceSpec, IngressSpec: ingressSpec, HTTPIngressPath: path }
