import type { Asked } from './asked.ts'
import { podSpecPath } from '../../model/pod-spec-path.ts'
import type { Measured } from '../../model/codes/lab.ts'
import type { ObjectPrint } from '../../model/footprint.ts'
import type { Path } from '../../model/json.ts'
import type { Cap } from '../../model/lab.ts'
import { units } from '../../model/quantity.ts'

/** One thing that is counted: `per` of its smallest unit are one to people. */
export interface Counted {
  readonly key: keyof Asked
  readonly per: number
}

/** One thing that is counted and capped. */
export interface Measure extends Counted {
  readonly what: Measured
  readonly cap: (cap: Cap) => number
  /** Where the member wrote the number that would have to be smaller. */
  readonly path: (object: ObjectPrint) => Path
}

export const gpus: Measure = {
  what: 'gpus',
  key: 'gpus',
  per: 1,
  cap: (cap) => cap.gpus,
  path: (object) => copiesOr(object, 'limits', Object.keys(object.work?.demand.byResource ?? {})[0]),
}

export const measures: readonly Measure[] = [
  gpus,
  {
    what: 'cpu',
    key: 'cpu',
    per: 1000,
    cap: (cap) => Math.floor(cap.cpu * 1000),
    path: (object) => copiesOr(object, 'requests', 'cpu'),
  },
  {
    what: 'memory',
    key: 'memory',
    per: 1,
    cap: (cap) => units(cap.memory) ?? 0,
    path: (object) => copiesOr(object, 'requests', 'memory'),
  },
  {
    what: 'disk',
    key: 'disk',
    per: 1,
    cap: (cap) => units(cap.disk) ?? 0,
    path: () => ['spec', 'resources', 'requests', 'storage'],
  },
  {
    what: 'gpu-hours',
    key: 'gpuSeconds',
    per: 3600,
    cap: (cap) => Math.floor(cap.gpuHours * 3600),
    path: () => ['spec', 'activeDeadlineSeconds'],
  },
]

const copies: Readonly<Record<string, Path>> = { Job: ['spec', 'parallelism'], Deployment: ['spec', 'replicas'] }

/** Of several copies their number is too large; of one, what its largest container asks for. */
function copiesOr(object: ObjectPrint, list: 'limits' | 'requests', resource = ''): Path {
  const count = copies[object.kind]
  if (count !== undefined && (object.work?.demand.pods ?? 0) > 1) return count
  return [...(podSpecPath(object.kind) ?? []), ...(object.work?.largest ?? []), 'resources', list, resource]
}
