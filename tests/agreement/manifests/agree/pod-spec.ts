import type { JsonObject } from '../../../../scripts/model/json.ts'
import type { Draw } from '../../draw.ts'
import { distinctBy, eachOf, textOf, without, type Agree } from '../make.ts'
import { eachContainer } from './each-container.ts'
import { mountsOf } from './mounts.ts'
import { systemOf } from './system.ts'

const named: Agree = (spec) => {
  const main = eachOf(spec, 'containers', (one, index) => ({
    ...without(one, 'restartPolicy'),
    name: index === 0 ? 'main' : `${textOf(one, 'name')}-${index}`,
  }))
  return eachOf(main, 'initContainers', (one, index) => {
    const before = { ...one, name: `${textOf(one, 'name')}-init${index}` }
    return 'restartPolicy' in one
      ? before
      : without(before, 'lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe')
  })
}

/** A pod apart from its machine shares nothing with it, and only such a pod sees an unmasked `/proc`. */
const apart: Agree = (spec) => {
  if (spec['hostUsers'] === false) return without(spec, 'hostNetwork', 'hostPID', 'hostIPC')
  const masked = eachContainer(spec, (one) => ({
    ...one,
    ...('securityContext' in one && { securityContext: without(one['securityContext'] as JsonObject, 'procMount') }),
  }))
  return spec['hostPID'] === true ? without(masked, 'shareProcessNamespace') : masked
}

/** Ports of the machine are taken once. */
const onMachine: Agree = (spec) => {
  let next = 1
  const host = spec['hostNetwork'] === true
  return eachContainer(spec, (one) =>
    eachOf(one, 'ports', (port) => {
      if (host) return { ...without(port, 'hostPort'), containerPort: next++ }
      return 'hostPort' in port ? { ...port, hostPort: next++ } : port
    }),
  )
}

const kernel: Agree = (spec) => {
  const security = spec['securityContext'] as JsonObject | undefined
  if (security === undefined) return spec
  const shared = spec['hostNetwork'] === true || spec['hostIPC'] === true
  const so = shared ? without(security, 'sysctls') : distinctBy(security, 'sysctls', (item) => item['name'])
  return { ...spec, securityContext: so }
}

const placed: Agree = (spec) => {
  const gated = 'schedulingGates' in spec ? without(spec, 'nodeName') : spec
  const once = distinctBy(gated, 'schedulingGates', (item) => item['name'])
  return distinctBy(
    once,
    'topologySpreadConstraints',
    (item) => `${textOf(item, 'topologyKey')} ${textOf(item, 'whenUnsatisfiable')}`,
  )
}

const withServers: Agree = (spec) => {
  const { dnsConfig } = spec
  return spec['dnsPolicy'] === 'None'
    ? { ...spec, dnsConfig: { ...(dnsConfig as JsonObject), nameservers: ['10.0.0.10'] } }
    : spec
}

/** Sets how the pod ends, and what hangs on it. */
export function withRestartPolicy(spec: JsonObject, restartPolicy: string): JsonObject {
  const so = eachContainer(spec, (container) =>
    eachOf(container, 'resizePolicy', (policy) =>
      restartPolicy === 'Never' ? { ...policy, restartPolicy: 'NotRequired' } : policy,
    ),
  )
  return { ...so, restartPolicy }
}

/** All that a pod's parts must agree on. */
export const podSpec: Agree = (made, draw: Draw) =>
  [named, apart, onMachine, kernel, placed, withServers, systemOf, mountsOf].reduce(
    (spec, agree) => agree(spec, draw),
    made,
  )
