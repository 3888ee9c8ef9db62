import type { Container, PodSpec } from 'kubernetes-types/core/v1.js'
import type { Around } from './around.ts'
import { below, type At } from './at.ts'
import { join, none, refuse, type Check, type Faults } from './check.ts'

/** The server fills in the machine's port of a pod by itself, not of a template. Source: pkg/apis/core/v1 `SetDefaults_Pod`. */
function distinct(containers: readonly Container[], at: At, { kind, spec }: Around): Faults {
  const seen = new Set<string>()
  let found = none
  containers.forEach((container, index) =>
    (container.ports ?? []).forEach(({ hostPort, hostIP = '', protocol, containerPort }, port) => {
      const number = hostPort || (kind === 'pod' && spec.hostNetwork ? containerPort : 0)
      const key = `${protocol || 'TCP'}/${hostIP}/${number}`
      if (number && seen.has(key)) {
        found = join(found, refuse('value-duplicate', { value: key }, below(at, index, 'ports', port, 'hostPort')))
      }
      seen.add(key)
    }),
  )
  return found
}

const equalOnHost: Check<PodSpec> = ({ containers, hostNetwork }, at) => {
  if (!hostNetwork) return none
  let found = none
  containers.forEach((container, index) =>
    (container.ports ?? []).forEach(({ hostPort, containerPort }, port) => {
      if (!hostPort || hostPort === containerPort) return
      const place = below(at, 'containers', index, 'ports', port, 'hostPort')
      found = join(found, refuse('contradiction', { rule: 'host-port-differs' }, place))
    }),
  )
  return found
}

/** Ports on the machine are taken once: by all main containers together, by each that comes before for itself. */
export const hostPorts: Check<PodSpec, Around> = (spec, at, around) => {
  const main = distinct(spec.containers, below(at, 'containers'), around)
  const alone = (spec.initContainers ?? []).reduce((found, container) => {
    return join(found, distinct([container], below(at, 'initContainers'), around))
  }, main)
  return join(alone, equalOnHost(spec, at, around))
}
