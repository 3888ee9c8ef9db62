import type { TemplateName, Templates } from './options.ts'

/** Whether an option must be given. Held to the types: an option more or less does not compile. */
type Offer<O> = { readonly [K in keyof O]-?: undefined extends O[K] ? 'may' : 'must' }

const workload = {
  image: 'must',
  cpu: 'may',
  memory: 'may',
  mounts: 'may',
  env: 'may',
  secrets: 'may',
  code: 'may',
  shm: 'may',
  scratch: 'may',
  patch: 'may',
} as const
const run = { ...workload, gpu: 'may', hours: 'must', run: 'may' } as const
const batch = { ...run, command: 'must', retries: 'may', preemptible: 'may' } as const

/** The options that each template takes. */
export const offers: { readonly [T in TemplateName]: Offer<Templates[T]> } = {
  session: { ...run, ports: 'may' },
  notebook: { ...run, port: 'may' },
  job: { ...batch, ports: 'may' },
  sweep: { ...batch, over: 'must', parallel: 'must' },
  service: { ...workload, command: 'must', port: 'must', until: 'must' },
  volume: { storage: 'may', readers: 'may', writers: 'may', incarnation: 'may' },
  shared: { write: 'may' },
}
