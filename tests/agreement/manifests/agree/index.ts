import type { Agrees } from '../make.ts'
import { containers } from './containers.ts'
import { meta } from './metadata.ts'
import { network } from './network.ts'
import { podSpec } from './pod-spec.ts'
import { selectors } from './selectors.ts'
import { volumes } from './volumes.ts'
import { workloads } from './workloads.ts'

/** What the fields of one object must agree on, by definition; inner objects have agreed before. */
export const agrees: Agrees = {
  ...meta,
  ...selectors,
  ...containers,
  ...volumes,
  PodSpec: podSpec,
  ...workloads,
  ...network,
}
