import type * as apps from 'kubernetes-types/apps/v1.js'
import type * as batch from 'kubernetes-types/batch/v1.js'
import type * as core from 'kubernetes-types/core/v1.js'
import type { ObjectMeta } from 'kubernetes-types/meta/v1.js'
import type * as networking from 'kubernetes-types/networking/v1.js'

/** Name and labels, as `named()` gives them. */
export interface Meta extends ObjectMeta {
  name: string
  labels: { [key: string]: string }
}

export interface Pod extends core.Pod {
  apiVersion: 'v1'
  kind: 'Pod'
  metadata: Meta
  spec: core.PodSpec
}

export interface Job extends batch.Job {
  apiVersion: 'batch/v1'
  kind: 'Job'
  metadata: Meta
  spec: batch.JobSpec
}

export interface PersistentVolumeClaim extends core.PersistentVolumeClaim {
  apiVersion: 'v1'
  kind: 'PersistentVolumeClaim'
  metadata: Meta
  spec: core.PersistentVolumeClaimSpec
}

export interface ConfigMap extends core.ConfigMap {
  apiVersion: 'v1'
  kind: 'ConfigMap'
  metadata: Meta
}

export interface Service extends core.Service {
  apiVersion: 'v1'
  kind: 'Service'
  metadata: Meta
  spec: core.ServiceSpec
}

export interface Deployment extends apps.Deployment {
  apiVersion: 'apps/v1'
  kind: 'Deployment'
  metadata: Meta
  spec: apps.DeploymentSpec
}

export interface Ingress extends networking.Ingress {
  apiVersion: 'networking.k8s.io/v1'
  kind: 'Ingress'
  metadata: Meta
  spec: networking.IngressSpec
}
