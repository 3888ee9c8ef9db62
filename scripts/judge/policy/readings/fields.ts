import { isObject, type Json } from '../../../model/json.ts'
import type { Lab } from '../../../model/lab.ts'

/** `open`: a template writes it, or another rule judges it. `admin`: only a patch or a hand writes it, and an admin looks at it. */
export type Opening = 'open' | 'admin' | 'closed'

/** What is allowed below a field: all of it (`open`), by an admin only, some fields by name, or what the value itself decides. */
export type Field = 'open' | 'admin' | Fields | ((value: Json, lab: Lab) => Opening)

/** Fields by name. Lists are looked through: their elements have the same fields. */
export interface Fields {
  readonly byName: ReadonlyMap<string, Field>
  /** For names that are not fixed, such as those of labels. */
  readonly other: (name: string) => Opening
}

const closed = (): Opening => 'closed'

function fields(byName: Readonly<Record<string, Field>>, other: (name: string) => Opening = closed): Fields {
  return { byName: new Map(Object.entries(byName)), other }
}

/** The same answer for several names. */
function all(field: Field, names: string): Readonly<Record<string, Field>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, field]))
}

/** A key with a domain is an instruction to some controller, unless it is one of ours; other rules compare those. */
const marks = fields({}, (key) => (key.includes('/') && !key.startsWith('lab/') ? 'admin' : 'open'))

const podMetadata = fields({ labels: marks, annotations: marks })
const metadata = fields({ ...all('open', 'name namespace'), labels: marks, annotations: marks })

/** Node labels that templates choose machines by, besides the one of machines with GPUs. */
const placementLabels = ['kubernetes.io/arch', 'nvidia.com/gpu.product', 'topology.kubernetes.io/region']
const expression: Field = (value, lab) => {
  const usual = [...placementLabels, lab.rules.cpuOnly.avoid]
  return isObject(value) && usual.some((label) => label === value['key']) ? 'open' : 'admin'
}
const nodeTerm = fields({ matchExpressions: expression, matchFields: 'admin' })
const affinity = fields({
  nodeAffinity: fields({
    requiredDuringSchedulingIgnoredDuringExecution: fields({ nodeSelectorTerms: nodeTerm }),
    preferredDuringSchedulingIgnoredDuringExecution: fields({ weight: 'open', preference: nodeTerm }),
  }),
  ...all('admin', 'podAffinity podAntiAffinity'),
})

const toleration: Field = (value, lab) => {
  const { allowed } = lab.rules.taints
  return isObject(value) && allowed.some(({ key }) => key === value['key']) ? 'admin' : 'open'
}

const containerSecurity = fields({
  ...all('open', 'privileged allowPrivilegeEscalation procMount seccompProfile appArmorProfile seLinuxOptions'),
  capabilities: fields({ add: 'open', drop: 'admin' }),
  ...all('admin', 'runAsUser runAsGroup runAsNonRoot readOnlyRootFilesystem'),
})
const container = fields({
  ...all('open', 'name image command args'),
  resources: fields(all('open', 'requests limits')),
  workingDir: (value) => (value === '/code' ? 'open' : 'admin'),
  env: fields({
    ...all('open', 'name value'),
    valueFrom: fields({ secretKeyRef: 'open', ...all('admin', 'configMapKeyRef fieldRef resourceFieldRef') }),
  }),
  ports: fields(all('open', 'name containerPort protocol hostPort')),
  volumeMounts: fields({ ...all('open', 'name mountPath readOnly'), subPath: 'admin' }),
  securityContext: containerSecurity,
  ...all('admin', 'envFrom imagePullPolicy lifecycle livenessProbe readinessProbe startupProbe'),
})
const initContainer: Fields = { ...container, byName: new Map([...container.byName, ['restartPolicy', 'admin']]) }

const podSecurity = fields({
  ...all('open', 'sysctls seccompProfile appArmorProfile seLinuxOptions'),
  ...all('admin', 'fsGroup fsGroupChangePolicy runAsUser runAsGroup runAsNonRoot supplementalGroups'),
})
const volume = fields(
  { name: 'open', persistentVolumeClaim: 'open', emptyDir: 'open', ...all('admin', 'configMap secret downwardAPI') },
  () => 'open',
)
const podSpec = fields({
  ...all('open', 'activeDeadlineSeconds restartPolicy priorityClassName'),
  ...all('open', 'automountServiceAccountToken serviceAccountName serviceAccount schedulingGates'),
  ...all('open', 'hostNetwork hostPID hostIPC nodeName schedulerName runtimeClassName'),
  containers: container,
  initContainers: initContainer,
  volumes: volume,
  affinity,
  tolerations: toleration,
  securityContext: podSecurity,
  ...all('admin', 'hostAliases nodeSelector terminationGracePeriodSeconds imagePullSecrets'),
})
const podTemplate = fields({ metadata: podMetadata, spec: podSpec })

function kind(spec: Readonly<Record<string, Field>>): Fields {
  return fields({ ...all('open', 'apiVersion kind'), metadata, ...spec })
}

/** Every field that the lab has a use for, by kind. Source: the tables of requests.md, and what its templates write. */
export const fieldsOfKind: ReadonlyMap<string, Fields> = new Map([
  ['Pod', kind({ spec: podSpec })],
  [
    'Job',
    kind({
      spec: fields({
        ...all('open', 'activeDeadlineSeconds ttlSecondsAfterFinished backoffLimit backoffLimitPerIndex completions'),
        ...all('open', 'completionMode parallelism podFailurePolicy suspend'),
        maxFailedIndexes: 'admin',
        template: podTemplate,
      }),
    }),
  ],
  [
    'Deployment',
    kind({
      spec: fields({
        ...all('open', 'replicas strategy'),
        revisionHistoryLimit: 'admin',
        selector: fields({ matchLabels: 'open' }),
        template: podTemplate,
      }),
    }),
  ],
  [
    'PersistentVolumeClaim',
    kind({
      spec: fields({
        ...all('open', 'accessModes storageClassName'),
        resources: fields({ requests: fields({ storage: 'open' }) }),
      }),
    }),
  ],
  ['ConfigMap', kind(all('admin', 'data binaryData immutable'))],
  [
    'Service',
    kind({
      spec: fields({
        ...all('open', 'selector type clusterIP clusterIPs externalIPs externalName loadBalancerIP loadBalancerClass'),
        ports: fields(all('open', 'name port targetPort protocol nodePort')),
      }),
    }),
  ],
  [
    'Ingress',
    fields({
      ...all('open', 'apiVersion kind'),
      metadata: fields({ ...all('open', 'name namespace annotations'), labels: marks }),
      spec: fields({
        ingressClassName: 'open',
        rules: fields({
          host: 'open',
          http: fields({ paths: fields(all('open', 'path pathType backend')) }),
        }),
        tls: fields({ hosts: 'open' }),
      }),
    }),
  ],
])
