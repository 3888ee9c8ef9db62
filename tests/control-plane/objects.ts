import type { DaemonSet, Deployment } from 'kubernetes-types/apps/v1.js'
import type { Job, JobSpec } from 'kubernetes-types/batch/v1.js'
import type { Container, PersistentVolumeClaim, Pod, PodSpec } from 'kubernetes-types/core/v1.js'

export interface PodParts {
  readonly annotations?: Readonly<Record<string, string>>
  readonly spec?: Partial<PodSpec>
  readonly container?: Partial<Container>
  /** Beside one core and 4Gi, or in their place. */
  readonly resources?: Readonly<Record<string, string>>
}

export interface JobParts extends PodParts {
  readonly job?: Partial<JobSpec>
}

/** A pod that Nautilus lets pass, but for the parts given. */
export function pod(name: string, parts: PodParts = {}): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, annotations: { ...parts.annotations } },
    spec: podSpec(parts),
  }
}

function podSpec({ spec, container, resources }: PodParts): PodSpec {
  const amounts = { cpu: '1', memory: '4Gi', ...resources }
  const main = {
    name: 'main',
    image: 'docker.io/library/python:3.13',
    resources: { requests: amounts, limits: amounts },
  }
  return { restartPolicy: 'Never', ...spec, containers: [{ ...main, ...container }] }
}

/** Its pods are such pods. */
export function job(name: string, parts: JobParts = {}): Job {
  const template = { metadata: { annotations: { ...parts.annotations } }, spec: podSpec(parts) }
  return { apiVersion: 'batch/v1', kind: 'Job', metadata: { name }, spec: { backoffLimit: 0, ...parts.job, template } }
}

export function deployment(name: string): Deployment {
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name }, spec: service(name) }
}

export function daemonSet(name: string): DaemonSet {
  return { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name }, spec: service(name) }
}

function service(name: string) {
  const labels = { app: name }
  const template = { metadata: { labels }, spec: podSpec({ spec: { restartPolicy: 'Always' } }) }
  return { selector: { matchLabels: labels }, template }
}

export function claim(name: string, storageClassName: string, storage = '10Gi'): PersistentVolumeClaim {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name },
    spec: { accessModes: ['ReadWriteOnce'], storageClassName, resources: { requests: { storage } } },
  }
}
