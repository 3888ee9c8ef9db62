/** `#lab`: all that a request can import. */
export { job, type TrainingJob } from './job.ts'
export { named } from './named.ts'
export { notebook } from './notebook.ts'
export { readOnly } from './read-only.ts'
export { service } from './service.ts'
export { session, type Session } from './session.ts'
export { shared } from './shared.ts'
export { sweep, type Sweep } from './sweep.ts'
export { volume, type Volume } from './volume.ts'
export type { ConfigMap, Deployment, Ingress, Job, Meta, PersistentVolumeClaim, Pod, Service } from './manifests.ts'
export type {
  ContainerFields,
  JobOptions,
  NotebookOptions,
  Patch,
  PodFields,
  ServiceOptions,
  SessionOptions,
  SharedOptions,
  SweepOptions,
  VolumeOptions,
} from './options.ts'
export type { Code, CountXGpu, Disk, FullImage, Gi, Kind, Member, Preset, Storage, Ti, Until } from './words.ts'
