import type { JsonObject } from '../../../../scripts/model/json.ts'
import { distinctBy, without, type Agree, type Agrees } from '../make.ts'
import { environmentFacts } from '../values/containers.ts'

const handlers = ['livenessProbe', 'startupProbe'] as const

/** What restarts a container counts one success; what only holds it back ends nothing. */
const probes: Agree = (made) => {
  const counted = handlers
    .filter((name) => name in made)
    .map((name) => [name, without(part(made, name), 'successThreshold')])
  const readiness = 'readinessProbe' in made && {
    readinessProbe: without(part(made, 'readinessProbe'), 'terminationGracePeriodSeconds'),
  }
  return { ...made, ...Object.fromEntries(counted), ...readiness }
}

const container: Agree = (made, draw) => {
  const named = distinctBy(
    distinctBy(made, 'env', (item) => item['name']),
    'ports',
    (item) => item['name'],
  )
  const apart = distinctBy(named, 'ports', (item) => item['containerPort'])
  return probes(
    distinctBy(apart, 'resizePolicy', (item) => item['resourceName']),
    draw,
  )
}

const fromPod: Agree = (made, draw) =>
  'fieldRef' in made ? { fieldRef: { ...part(made, 'fieldRef'), fieldPath: draw.pick(environmentFacts) } } : made

const file: Agree = (made, draw) => {
  const paths = ['metadata.labels', 'metadata.annotations']
  return 'fieldRef' in made && draw.chance(0.3) ? { ...made, fieldRef: { fieldPath: draw.pick(paths) } } : made
}

/** Each amount has its own divisors. */
const resourceField: Agree = (made, draw) => {
  if (draw.chance(0.5)) return made
  const resource = draw.pick(['limits.memory', 'requests.ephemeral-storage', 'limits.hugepages-2Mi'])
  return { ...made, resource, ...('divisor' in made && { divisor: draw.pick(['1Mi', '1Gi', '1M', '1']) }) }
}

/** All rights, or none beyond one's own. */
const rights: Agree = (made) => {
  const { capabilities } = made as { readonly capabilities?: { readonly add?: readonly string[] } }
  const mighty = made['privileged'] === true || capabilities?.add?.includes('CAP_SYS_ADMIN')
  return mighty ? without(made, 'allowPrivilegeEscalation') : made
}

const readOnlyMount: Agree = (made) => {
  const { recursiveReadOnly } = made
  if (recursiveReadOnly === undefined || recursiveReadOnly === 'Disabled') return made
  return { ...without(made, 'mountPropagation'), readOnly: true }
}

function part(made: JsonObject, field: string): JsonObject {
  return made[field] as JsonObject
}

export const containers: Agrees = {
  Container: container,
  EnvVarSource: fromPod,
  DownwardAPIVolumeFile: file,
  ResourceFieldSelector: resourceField,
  SecurityContext: rights,
  VolumeMount: readOnlyMount,
}
