import { containers } from './containers.ts'
import { others } from './others.ts'
import { pods } from './pods.ts'
import type { Contradictions } from './rows.ts'
import { services } from './services.ts'
import { workloads } from './workloads.ts'

export const contradictions: Contradictions = { ...pods, ...containers, ...workloads, ...services, ...others }
