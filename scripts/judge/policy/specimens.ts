import type { Fault } from '../../model/finding.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { isObject } from '../../model/json.ts'
import { prefixOf, type Lab } from '../../model/lab.ts'
import type { Manifest } from '../../model/manifest.ts'
import { gpuCatalogue } from './readings/gpu-catalogue.ts'
import { subjectOf } from './readings/subject-of.ts'
import type { Rule, RuleContext } from './rule.ts'

const read = { asOf: '2026-10-06', source: 'https://nrp.ai/documentation/' }
const cap = { gpus: 4, cpu: 64, memory: '256Gi', disk: '500Gi', gpuHours: 400 }

/** A small lab, for the rules' tests: its numbers are not the real ones' business. */
export const lab: Lab = {
  namespace: 'lab',
  timeZone: 'America/Los_Angeles',
  help: 'the channel',
  admins: ['bob'],
  members: { alice: {}, bob: {}, '4Real': { prefix: 'real' } },
  caps: { member: cap, lab: cap, volume: { size: '2Ti' } },
  queue: { patienceHours: 24, pendingHours: 24 },
  grants: { maxDays: 120 },
  review: { level: 'simple' },
  defaults: {
    cpuPerGpu: 4,
    memoryPerGpu: '16Gi',
    cpu: 1,
    memory: '4Gi',
    storage: 'files',
    cloneImage: 'docker.io/alpine/git:v2',
    keepFinishedDays: 7,
  },
  rules: {
    session: { hours: 6, gpus: 2, cpu: 16, memory: '29Gi', ...read },
    job: { hours: 168, gpus: 8, ...read },
    service: { days: 14, ...read },
    ratio: { factor: 1.2, equalAbove: 100, ...read },
    plan: { gpus: 50, ...read },
    jobs: { count: 400, ...read },
    completions: { count: 200, ...read },
    scratch: { size: '50Gi', ...read },
    idle: { commands: ['sleep', 'tail -f'], ...read },
    use: { pods: 4, gpu: { from: 0.4 }, cpu: { from: 0.2, to: 2 }, memory: { from: 0.2, to: 1.5 }, ...read },
    cpuOnly: { avoid: 'feature.node.kubernetes.io/pci-10de.present', ...read },
    priority: {
      allowed: ['owner-no-preempt', 'opportunistic2', 'opportunistic'],
      preemptible: ['opportunistic2', 'opportunistic'],
      ...read,
    },
    taints: {
      allowed: [{ key: 'nautilus.io/science-dmz' }],
      authorised: [
        { key: 'nautilus.io/reservation' },
        { key: 'nautilus.io/hardware', value: 'arm64' },
        { key: 'nautilus.io/hardware', value: 'large-gpu' },
      ],
      never: ['nautilus.io/system', 'nautilus.io/issue'],
      renamed: { 'nautilus.io/arm64': 'nautilus.io/hardware=arm64' },
      ...read,
    },
    ingress: {
      class: 'haproxy',
      domain: 'nrp-nautilus.io',
      annotations: ['haproxy-ingress.github.io/', 'ingress.kubernetes.io/'],
      ...read,
    },
    resources: { required: ['cpu', 'memory'], ...read },
    gpus: { plain: 'nvidia.com/gpu', closed: ['qualcomm.com/qaic'], ...read },
    storage: { default: 'rook-ceph-block', purgeMonths: 6, ...read },
  },
  gpus: {
    '3090': { memory: 24, products: ['NVIDIA-GeForce-RTX-3090'] },
    A10: { memory: 24, products: ['NVIDIA-A10'] },
    A40: { memory: 48, products: ['NVIDIA-A40'], resource: 'nvidia.com/a40' },
    A100: { memory: 80, products: ['NVIDIA-A100-SXM4-80GB'], resource: 'nvidia.com/a100', access: 'form' },
    H100: { memory: 80, products: ['NVIDIA-H100-80GB-HBM3'], resource: 'nvidia.com/h100', access: 'spare' },
    GH200: { memory: 96, products: ['NVIDIA-GH200-480GB'], resource: 'nvidia.com/gh200', access: 'reserved' },
    L40: { memory: 48, products: ['NVIDIA-L40'], access: 'reserved' },
    '1080Ti': { memory: 11, products: ['NVIDIA-GeForce-GTX-1080-Ti'], old: true, seen: 93 },
  },
  images: { pytorch: 'docker.io/pytorch/pytorch:2.9.0', own: 'registry.example.edu/lab/own:1' },
  registries: {
    allowed: ['docker.io/', 'ghcr.io/lab'],
    dead: { 'gitlab-registry.nautilus.optiputer.net': 'gitlab-registry.nrp-nautilus.io' },
  },
  storage: {
    files: { class: 'rook-cephfs', shared: true, region: 'us-west' },
    block: { class: 'rook-ceph-block', shared: false, region: 'us-west' },
    local: { class: 'linstor-unl', shared: false, largest: '1Ti' },
    tide: { class: 'rook-cephfs-tide', shared: true, access: 'group', instead: 'files' },
    'ceph-rbd': { class: 'ceph-rbd', shared: false, access: 'never', instead: 'block' },
    'rook-block': { class: 'rook-block', shared: false, access: 'gone', instead: 'block' },
  },
  retirements: [],
  adoptions: [],
}

export const request = { owner: 'alice', name: 'dev', file: 'users/alice/dev.ts' }

export const context: RuleContext = {
  lab,
  request,
  prefix: prefixOf(lab, 'alice'),
  today: '2026-11-24',
  catalogue: gpuCatalogue(lab),
}

const metadata = {
  name: 'alice-dev',
  namespace: 'lab',
  labels: { 'lab/owner': 'alice', 'lab/name': 'dev' },
  annotations: { 'lab/request': 'users/alice/dev.ts', 'lab/run': '1' },
}
const cardless = { cpu: '4', memory: '16Gi' }
const amounts = { ...cardless, 'nvidia.com/gpu': '1' }
const gpuAffinity = {
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [
        { matchExpressions: [{ key: 'nvidia.com/gpu.product', operator: 'In', values: ['NVIDIA-GeForce-RTX-3090'] }] },
      ],
    },
  },
}

function podSpec(shares: JsonObject, more: JsonObject = {}): JsonObject {
  return {
    automountServiceAccountToken: false,
    containers: [
      {
        name: 'main',
        image: 'docker.io/pytorch/pytorch:2.9.0',
        command: ['python', 'train.py'],
        resources: { requests: shares, limits: shares },
        volumeMounts: [
          { name: 'shm', mountPath: '/dev/shm' },
          { name: 'data', mountPath: '/data' },
        ],
      },
    ],
    volumes: [
      { name: 'shm', emptyDir: { medium: 'Memory', sizeLimit: '8Gi' } },
      { name: 'data', persistentVolumeClaim: { claimName: 'alice-data' } },
    ],
    ...more,
  }
}

/** Objects that break no law; `specimens.test.ts` holds them to it. */
export const aPod: Manifest = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata,
  spec: podSpec(amounts, { activeDeadlineSeconds: 21_600, restartPolicy: 'Never', affinity: gpuAffinity }),
}
export const aJob: Manifest = {
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata,
  spec: {
    activeDeadlineSeconds: 36_000,
    ttlSecondsAfterFinished: 604_800,
    backoffLimit: 0,
    template: {
      metadata: { labels: metadata.labels },
      spec: podSpec(amounts, { restartPolicy: 'Never', affinity: gpuAffinity }),
    },
  },
}
export const aClaim: Manifest = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata,
  spec: {
    accessModes: ['ReadWriteMany'],
    storageClassName: 'rook-cephfs',
    resources: { requests: { storage: '100Gi' } },
  },
}
export const aService: Manifest = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata,
  spec: { selector: metadata.labels, ports: [{ port: 80, targetPort: 8080 }] },
}
/** These need an admin, and break no other law. */
export const aDeployment: Manifest = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { ...metadata, annotations: { 'lab/request': 'users/alice/dev.ts', 'lab/until': '2026-12-01' } },
  spec: {
    replicas: 1,
    selector: { matchLabels: metadata.labels },
    template: { metadata: { labels: metadata.labels }, spec: podSpec(cardless) },
  },
}
export const aConfigMap: Manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { 'a.yaml': 'lr: 1' } }
export const anIngress: Manifest = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata,
  spec: {
    ingressClassName: 'haproxy',
    rules: [
      {
        host: 'alice.nrp-nautilus.io',
        http: {
          paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'alice-dev', port: { number: 80 } } } }],
        },
      },
    ],
    tls: [{ hosts: ['alice.nrp-nautilus.io'] }],
  },
}

/** Where a Job and a Deployment keep their pod. */
export const template = 'spec template'

/** The manifest with other values at some places: steps to a place are separated by spaces; `undefined` removes what is there. */
export function changed(manifest: Manifest, changes: Readonly<Record<string, Json | undefined>>): Manifest {
  return Object.entries(changes).reduce(
    (result, [place, value]) => set(result, place.split(' '), value) as Manifest,
    manifest,
  )
}

function set(at: Json, [key, ...rest]: readonly string[], value: Json | undefined): Json | undefined {
  if (key === undefined) return value
  if (Array.isArray(at)) {
    const items: readonly Json[] = at
    return items
      .concat(Number(key) === items.length ? [{}] : [])
      .map((item, index) => (String(index) === key ? (set(item, rest, value) ?? null) : item))
  }
  const object = isObject(at) ? at : {}
  const { [key]: _, ...others } = object
  const inner = set(object[key] ?? {}, rest, value)
  return inner === undefined ? others : { ...object, [key]: inner }
}

/** What one rule says of a manifest. */
export function faultsOf(rule: Rule, manifest: Manifest, more: Partial<RuleContext> = {}): readonly Fault[] {
  const around = { ...context, ...more }
  return rule(subjectOf(manifest, around.catalogue), around)
}

/** The codes only, in order. */
export function codesOf(rule: Rule, manifest: Manifest, more: Partial<RuleContext> = {}): readonly string[] {
  return faultsOf(rule, manifest, more).map(({ code }) => code)
}
