import type { Container, ContainerResizePolicy } from 'kubernetes-types/core/v1.js'
import { restartPolicyOf, type Around } from './around.ts'
import { below } from './at.ts'
import { all, each, fields, given, join, needs, none, oneOf, refuse, type Check } from './check.ts'
import { dropped } from './dropped.ts'
import { env, envFrom } from './env.ts'
import { lifecycle, probes } from './handlers.ts'
import { mountsAndDevices } from './mounts.ts'
import { containerPorts } from './ports.ts'
import { resources } from './resources.ts'
import { containerSecurity } from './security.ts'
import { text, trimmed } from './texts.ts'

const resizes: Check<readonly ContainerResizePolicy[], Around> = (list, at, { spec }) => {
  const seen = new Set<string>()
  return list.reduce((found, { resourceName, restartPolicy }, index) => {
    const twice = seen.has(resourceName)
    seen.add(resourceName)
    const never = restartPolicyOf(spec) === 'Never' && restartPolicy !== 'NotRequired'
    const so = twice ? join(found, refuse('value-duplicate', { value: resourceName }, below(at, index))) : found
    return never ? join(so, refuse('contradiction', { rule: 'resize-restarts-never' }, at)) : so
  }, none)
}

const resizePolicies: Check<readonly ContainerResizePolicy[], Around> = all(
  each(
    all(
      needs<ContainerResizePolicy>('resourceName', 'restartPolicy'),
      fields<ContainerResizePolicy>({
        resourceName: given(oneOf('cpu', 'memory')),
        restartPolicy: given(oneOf('NotRequired', 'RestartContainer')),
      }),
    ),
  ),
  resizes,
)

/** Only a pod by itself: a template with such an image makes pods that are refused. */
const unpadded: Check<string, Around> = (value, at, { kind }) =>
  kind === 'template' || trimmed(value) === value ? none : refuse('value-malformed', { value, form: 'unpadded' }, at)

const everyContainer: Check<Container, Around> = all(
  needs<Container>('name', 'image'),
  fields<Container, Around>({
    name: given(text('label')),
    image: given(unpadded),
    imagePullPolicy: given(oneOf('Always', 'IfNotPresent', 'Never')),
    terminationMessagePolicy: given(oneOf('FallbackToLogsOnError', 'File')),
    ports: containerPorts,
    env,
    envFrom,
    resources: all(resources, dropped('claims')),
    resizePolicy: resizePolicies,
    securityContext: containerSecurity,
  }),
  mountsAndDevices,
)

const beside = all<Container, Around>(fields<Container, Around>({ lifecycle }), probes)

/** A container that runs as long as the pod. Source: pkg/apis/core/validation `validateContainers`. */
export const mainContainer: Check<Container, Around> = all(everyContainer, beside, (container, at) =>
  container.restartPolicy === undefined
    ? none
    : refuse('field-forbidden', { field: 'restartPolicy', because: 'main-container' }, below(at, 'restartPolicy')),
)

const onlySidecars = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const

/** A container that runs before the others: to its end, or beside them if it restarts always. Source: `validateInitContainers`. */
export const initContainer: Check<Container, Around> = all(everyContainer, (container, at, around) => {
  const { restartPolicy } = container
  const place = below(at, 'restartPolicy')
  if (restartPolicy === 'Always') return beside(container, at, around)
  const unknown = restartPolicy === undefined ? none : oneOf('Always')(restartPolicy, place, around)
  return onlySidecars.reduce((found, field) => {
    if (container[field] === undefined) return found
    return join(found, refuse('field-forbidden', { field, because: 'init-container' }, below(at, field)))
  }, unknown)
})
