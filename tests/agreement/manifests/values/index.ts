import type { Makes } from '../make.ts'
import { containers } from './containers.ts'
import { metadata } from './metadata.ts'
import { network } from './network.ts'
import { scheduling } from './scheduling.ts'
import { volumes } from './volumes.ts'
import { workloads } from './workloads.ts'

/** Fields whose values the schema alone does not tell. */
export const values: Makes = { ...metadata, ...containers, ...volumes, ...scheduling, ...workloads, ...network }
