import { fault } from '../../../model/finding.ts'
import { isObject, pathText, type Json, type JsonObject, type Path } from '../../../model/json.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** A Service gives pods one address inside the cluster. Opening them to the world is an Ingress, which an admin sees; the address is the cluster's to choose. */
export const serviceStaysInside: Rule = ({ kind, manifest: { spec } }) => {
  if (kind !== 'Service' || !isObject(spec)) return []
  return [
    ...exposing(spec).map((path) => fault('service-exposed', { field: pathText(path) }, path, { law: labLaw })),
    ...fixed(spec).map((path) => fault('address-fixed', { field: pathText(path) }, path, { law: labLaw })),
  ]
}

function exposing(spec: JsonObject): readonly Path[] {
  const type = spec['type'] ?? 'ClusterIP'
  const fields = ['externalIPs', 'externalName', 'loadBalancerIP', 'loadBalancerClass'].filter(
    (field) => spec[field] !== undefined,
  )
  return [...(type === 'ClusterIP' ? [] : ['type']), ...fields].map((field) => ['spec', field])
}

/** A fixed `clusterIP` is the API rules' to refuse. */
function fixed({ ports }: JsonObject): readonly Path[] {
  const list = Array.isArray(ports) ? (ports as readonly Json[]) : []
  return list.flatMap((port, index): Path[] =>
    isObject(port) && port['nodePort'] !== undefined ? [['spec', 'ports', index, 'nodePort']] : [],
  )
}
