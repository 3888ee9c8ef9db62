import config from '../../../lab.config.ts'
import { footprintOf } from './footprint/footprint-of.ts'
import type { LabFault } from './lab-fault.ts'
import type { LabRule } from './rules/rule.ts'
import { viewOf } from './view.ts'
import type { Codes, Code } from '../../model/finding.ts'
import type { Footprint } from '../../model/footprint.ts'
import { pathText, type JsonObject } from '../../model/json.ts'
import type { Lab } from '../../model/lab.ts'
import type { Manifest } from '../../model/manifest.ts'
import type { House } from '../../model/request.ts'

export const today = '2026-11-24'

/** The real lab with members, caps and rules that do not change with it. */
export function house(changes: Partial<Lab> = {}): House {
  const real: Lab = config
  const lab: Lab = {
    ...real,
    members: { alice: {}, bob: {}, carol: {}, ann: {}, 'ann-lee': {}, sue: { suspended: true } },
    caps: {
      member: { gpus: 4, cpu: 64, memory: '256Gi', disk: '500Gi', gpuHours: 400 },
      lab: { gpus: 8, cpu: 128, memory: '1Ti', disk: '2Ti', gpuHours: 1000 },
      volume: real.caps.volume,
    },
    storage: {
      files: { class: 'rook-cephfs', shared: true, region: 'us-west' },
      'files-central': { class: 'rook-cephfs-central', shared: true, region: 'us-central' },
      block: { class: 'rook-ceph-block', shared: false, region: 'us-west' },
      replicated: { class: 'linstor-ha', shared: false },
    },
    ...changes,
  }
  return { lab, grants: [], templates: new Map() }
}

/** Requests by `owner/name`, each made of manifests that were written on lines 1, 2, 3 … of its file. */
export function footprints(requests: Readonly<Record<string, readonly Manifest[]>>): readonly Footprint[] {
  return Object.entries(requests).map(([id, manifests]) => {
    const [owner = '', name = ''] = id.split('/')
    const file = `users/${owner}/${name}.ts`
    const objects = manifests.map((manifest, index) => ({
      manifest,
      origin: { file, export: `e${index}`, template: 'session', call: { file, line: index + 1, column: 1 } },
    }))
    return footprintOf({ owner, name, file }, objects)
  })
}

/** What a rule says, one line a fault: `alice/dev Pod/alice-dev member-gpus spec.containers[0].resources`. */
export function said(rule: LabRule, requests: readonly Footprint[], changes: Partial<Lab> = {}): readonly string[] {
  return faultsOf(rule, requests, changes).map(line)
}

export function faultsOf(
  rule: LabRule,
  requests: readonly Footprint[],
  changes: Partial<Lab> = {},
): readonly LabFault[] {
  const { lab, ...rest } = house(changes)
  return rule(viewOf(requests, lab), { ...rest, lab }, today)
}

export function line({ fault, request, object }: LabFault): string {
  return [request, object?.id, fault.code, pathText(fault.path)].filter(Boolean).join(' ')
}

/** The evidence of the one fault that a rule finds. */
export function argsOf<C extends Code>(
  code: C,
  rule: LabRule,
  requests: readonly Footprint[],
  changes: Partial<Lab> = {},
): Codes[C] {
  const found = faultsOf(rule, requests, changes)
  const [only] = found
  if (found.length !== 1 || only?.fault.code !== code) throw new Error(`not one ${code}: ${found.map(line).join('; ')}`)
  return only.fault.args as Codes[C]
}

export interface PodOptions {
  readonly gpu?: number
  readonly resource?: string
  readonly cpu?: number | string
  readonly memory?: string
  readonly hours?: number
  /** Claims, each at a path of its own; with `:ro` mounted read-only. */
  readonly disks?: readonly string[]
  readonly region?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly spec?: JsonObject
}

export function pod(name: string, options: PodOptions = {}): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels: options.labels ?? {} },
    spec: { ...podSpec(options), ...seconds(options.hours) },
  }
}

export function job(name: string, options: PodOptions & { parallelism?: number; completions?: number } = {}): Manifest {
  const { parallelism, completions, hours } = options
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name },
    spec: {
      ...seconds(hours),
      ...(parallelism !== undefined && { parallelism }),
      ...(completions !== undefined && { completions }),
      template: { metadata: { labels: options.labels ?? {} }, spec: podSpec(options) },
    },
  }
}

export function deployment(
  name: string,
  options: PodOptions & { replicas?: number; strategy?: JsonObject } = {},
): Manifest {
  const { replicas, strategy } = options
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      ...(replicas !== undefined && { replicas }),
      ...(strategy && { strategy }),
      template: { metadata: { labels: options.labels ?? {} }, spec: podSpec(options) },
    },
  }
}

export function disk(
  name: string,
  size: string,
  options: { storage?: string; mode?: string; readers?: string; writers?: string } = {},
): Manifest {
  const {
    storage = 'rook-cephfs',
    mode = storage.includes('fs') ? 'ReadWriteMany' : 'ReadWriteOnce',
    readers,
    writers,
  } = options
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name,
      annotations: { ...(readers && { 'lab/readers': readers }), ...(writers && { 'lab/writers': writers }) },
    },
    spec: { storageClassName: storage, accessModes: [mode], resources: { requests: { storage: size } } },
  }
}

export function service(name: string, selector?: Readonly<Record<string, string>>): Manifest {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name }, spec: selector === undefined ? {} : { selector } }
}

export function ingress(name: string, host: string, backend: string): Manifest {
  const http = { paths: [{ path: '/', backend: { service: { name: backend, port: { number: 80 } } } }] }
  return { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name }, spec: { rules: [{ host, http }] } }
}

export function configMap(name: string): Manifest {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: {} }
}

function seconds(hours: number | undefined): JsonObject {
  return hours === undefined ? {} : { activeDeadlineSeconds: hours * 3600 }
}

function podSpec({
  gpu,
  resource = 'nvidia.com/gpu',
  cpu,
  memory,
  disks = [],
  region,
  spec = {},
}: PodOptions): JsonObject {
  const asked = {
    ...(cpu !== undefined && { cpu }),
    ...(memory !== undefined && { memory }),
    ...(gpu !== undefined && { [resource]: gpu }),
  }
  const mounts = disks.map((text, index) => ({
    name: `d${index}`,
    mountPath: `/d${index}`,
    readOnly: text.endsWith(':ro'),
  }))
  return {
    containers: [{ name: 'main', resources: { requests: asked, limits: asked }, volumeMounts: mounts }],
    volumes: disks.map((text, index) => ({
      name: `d${index}`,
      persistentVolumeClaim: { claimName: text.replace(/:ro$/, '') },
    })),
    ...(region !== undefined && { nodeSelector: { 'topology.kubernetes.io/region': region } }),
    ...spec,
  }
}
