import type { Json, JsonObject } from '../../../model/json.ts'
import type { Manifest } from '../../../model/manifest.ts'

/** A row of a table: what it is about, a manifest, and what is wrong with it, `code path` each, in the server's spelling of the path. */
export type Case = readonly [title: string, manifest: Manifest, ...faults: readonly string[]]

const labels = { app: 'x' }

/** A container that nothing is wrong with, but for `change`. */
export const box = (change: JsonObject = {}): JsonObject => ({ name: 'main', image: 'a:1', ...change })

export const pod = (spec: JsonObject = {}, metadata: JsonObject = {}, status?: JsonObject): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'alice-dev', ...metadata },
  spec: { containers: [box()], ...spec },
  ...(status && { status }),
})

/** A pod with one container. */
export const boxed = (container: JsonObject, spec: JsonObject = {}): Manifest =>
  pod({ containers: [box(container)], ...spec })

/** A pod with one volume, `v`. */
export const withVolume = (source: JsonObject, spec: JsonObject = {}): Manifest =>
  pod({ volumes: [{ name: 'v', ...source }], ...spec })

/** A pod with one volume, `v`, an empty folder, which one container mounts. */
export const mounted = (...mounts: readonly JsonObject[]): Manifest =>
  boxed({ volumeMounts: mounts }, { volumes: [{ name: 'v' }] })

export const job = (spec: JsonObject = {}, inside: JsonObject = {}, metadata: JsonObject = {}): Manifest => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'alice-train', ...metadata },
  spec: { template: { spec: { containers: [box()], restartPolicy: 'Never', ...inside } }, ...spec },
})

/** A Job in numbered parts. */
export const indexed = (spec: JsonObject = {}): Manifest => job({ completionMode: 'Indexed', completions: 5, ...spec })

export const deployment = (spec: JsonObject = {}, inside: JsonObject = {}): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'alice-serve' },
  spec: {
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [box()], ...inside } },
    ...spec,
  },
})

export const claim = (spec: JsonObject = {}, metadata: JsonObject = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'alice-data', ...metadata },
  spec: { accessModes: ['ReadWriteMany'], resources: { requests: { storage: '100Gi' } }, ...spec },
})

export const configMap = (content: JsonObject = {}, metadata: JsonObject = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'alice-config', ...metadata },
  ...content,
})

export const service = (spec: JsonObject = {}, metadata: JsonObject = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'alice-web', ...metadata },
  spec: { selector: labels, ports: [{ port: 80 }], ...spec },
})

export const backend: JsonObject = { service: { name: 'alice-web', port: { number: 80 } } }

export const ingress = (spec: JsonObject = {}, metadata: JsonObject = {}): Manifest => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'alice-web', ...metadata },
  spec: { defaultBackend: backend, ...spec },
})

/** An Ingress with one path. */
export const routed = (path: JsonObject): Manifest =>
  ingress({ rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend, ...path }] } }] })

export const times = (count: number, item: Json): readonly Json[] => Array.from({ length: count }, () => item)
