import { containerCases } from './containers.ts'
import { jobCases } from './jobs.ts'
import { kindCases } from './kinds.ts'
import type { Case } from './manifests.ts'
import { nameCases } from './names.ts'
import { podCases } from './pods.ts'
import { resourceCases } from './resources.ts'
import { volumeCases } from './volumes.ts'

/** What the API server refuses and what it takes, row by row. Each row was put to Kubernetes 1.33.13 itself. */
export const cases: Readonly<Record<string, readonly Case[]>> = {
  names: nameCases,
  containers: containerCases,
  resources: resourceCases,
  volumes: volumeCases,
  pods: podCases,
  jobs: jobCases,
  kinds: kindCases,
}
