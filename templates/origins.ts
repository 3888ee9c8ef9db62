import type { ContainerFields, PodFields, TemplateName, Templates } from './options.ts'

/** `0` is the first argument, `1.gpu` the option `gpu` of the second. A renamed option does not compile. */
type Argument<At extends number, O> =
  | `${0 | At}`
  | `${At}.${keyof O & string}`
  | ('patch' extends keyof O
      ? `${At}.patch.pod.${keyof PodFields}` | `${At}.patch.container.${keyof ContainerFields}`
      : never)
  | ('code' extends keyof O ? `${At}.code.${'repo' | 'ref'}` : never)

type Origins<At extends number, O> = Readonly<Record<string, Argument<At, O>>>
type Common = Templates['service' | 'session' | 'job']

const marks = { 'metadata.name': '0', 'metadata.labels.lab/name': '0' } as const

const pod = {
  affinity: '1.mounts',
  initContainers: '1.code',
  volumes: '1.mounts',
  'volumes.0': '1.shm',
  'containers.0.env': '1.env',
  'containers.0.image': '1.image',
  'containers.0.resources.*.cpu': '1.cpu',
  'containers.0.resources.*.memory': '1.memory',
  'containers.0.resources.*.ephemeral-storage': '1.scratch',
  'containers.0.volumeMounts': '1.mounts',
  hostAliases: '1.patch.pod.hostAliases',
  nodeSelector: '1.patch.pod.nodeSelector',
  priorityClassName: '1.patch.pod.priorityClassName',
  securityContext: '1.patch.pod.securityContext',
  terminationGracePeriodSeconds: '1.patch.pod.terminationGracePeriodSeconds',
  tolerations: '1.patch.pod.tolerations',
  'containers.0.envFrom': '1.patch.container.envFrom',
  'containers.0.imagePullPolicy': '1.patch.container.imagePullPolicy',
  'containers.0.lifecycle': '1.patch.container.lifecycle',
  'containers.0.livenessProbe': '1.patch.container.livenessProbe',
  'containers.0.readinessProbe': '1.patch.container.readinessProbe',
  'containers.0.securityContext': '1.patch.container.securityContext',
  'containers.0.startupProbe': '1.patch.container.startupProbe',
  'containers.0.workingDir': '1.patch.container.workingDir',
} as const satisfies Origins<1, Common>

const cards = { affinity: '1.gpu', 'containers.0.resources': '1.gpu' } as const
const batchPod = { ...pod, ...cards, 'containers.0.command': '1.command' } as const

const session = {
  ...marks,
  'metadata.annotations.lab/run': '1.run',
  'spec.activeDeadlineSeconds': '1.hours',
  ...below('spec', { ...pod, ...cards }),
} as const

const batch = {
  ...marks,
  'metadata.annotations.lab/run': '1.run',
  'spec.activeDeadlineSeconds': '1.hours',
  'spec.template.spec.priorityClassName': '1.preemptible',
} as const

/** From paths in a template's manifests to paths in its arguments. `*` is any one step; the longest that fits wins. */
export const origins: { readonly [T in TemplateName]: Readonly<Record<string, string>> } = {
  session: { ...session, 'spec.containers.0.ports': '1.ports' } satisfies Origins<1, Templates['session']>,
  notebook: {
    ...session,
    'spec.containers.0.ports': '1.port',
    'spec.containers.0.command': '1.port',
  } satisfies Origins<1, Templates['notebook']>,
  job: {
    ...below('spec.template.spec', { ...batchPod, 'containers.0.ports': '1.ports' }),
    ...batch,
    'spec.backoffLimit': '1.retries',
  } satisfies Origins<1, Templates['job']>,
  sweep: {
    ...below('spec.template.spec', batchPod),
    ...batch,
    'spec.completions': '1.over',
    'spec.parallelism': '1.parallel',
    'spec.backoffLimitPerIndex': '1.retries',
  } satisfies Origins<1, Templates['sweep']>,
  service: {
    ...below('spec.template.spec', { ...pod, 'containers.0.command': '1.command', 'containers.0.ports': '1.port' }),
    ...marks,
    'metadata.annotations.lab/until': '1.until',
    'spec.ports': '1.port',
  } satisfies Origins<1, Templates['service']>,
  volume: {
    ...marks,
    'metadata.annotations.lab/readers': '2.readers',
    'metadata.annotations.lab/writers': '2.writers',
    'metadata.annotations.lab/incarnation': '2.incarnation',
    'spec.accessModes': '2.storage',
    'spec.resources': '1',
    'spec.storageClassName': '2.storage',
  },
  shared: {},
}

function below<A extends string>(path: string, rows: Readonly<Record<string, A>>): Readonly<Record<string, A>> {
  return Object.fromEntries(Object.entries(rows).map(([key, argument]) => [`${path}.${key}`, argument]))
}
