import type { Affinity, NodeSelectorRequirement, PreferredSchedulingTerm } from 'kubernetes-types/core/v1.js'
import lab from '#lab/config'
import type { StorageClass } from '../scripts/model/lab.ts'
import type { Asked } from './ask.ts'
import type { Mounted } from './check-mounts.ts'
import { oneOfProducts } from './gpu.ts'

const storages: Readonly<Record<string, StorageClass>> = lab.storage
const regions = new Map(Object.values(storages).map((row) => [row.class, row.region]))
const homeRegion = storages[lab.defaults.storage]?.region
const { avoid } = lab.rules.cpuOnly

/** On which machines a run may land: the processor of our images, the cards asked for, the region of its disks. */
export function placement({ gpu, mounts = [] }: Asked): Affinity {
  const region = regionOf(mounts)
  const must: readonly NodeSelectorRequirement[] = [
    { key: 'kubernetes.io/arch', operator: 'In', values: ['amd64'] },
    ...(gpu === undefined ? [] : [oneOfProducts(gpu.kind.products)]),
    ...(region === undefined ? [] : [{ key: 'topology.kubernetes.io/region', operator: 'In', values: [region] }]),
  ]
  const rather =
    gpu === undefined ? { key: avoid, operator: 'NotIn', values: ['true'] } : oneOfProducts(gpu.kind.preferred)
  const hasChoice = gpu === undefined || gpu.kind.preferred.length > 0
  return {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [...must] }] },
      ...(hasChoice && { preferredDuringSchedulingIgnoredDuringExecution: [preference(rather)] }),
    },
  }
}

function preference(expression: NodeSelectorRequirement): PreferredSchedulingTerm {
  return { weight: 100, preference: { matchExpressions: [expression] } }
}

/** The region of the first disk of one's own, else of the lab's default: of others' disks only the name is known here. */
function regionOf(mounts: readonly Mounted[]): string | undefined {
  if (mounts.length === 0) return undefined
  const own = mounts.find((mount) => mount.spec !== undefined)
  if (own === undefined) return homeRegion
  const { storageClassName = lab.rules.storage.default } = own.spec ?? {}
  return regions.get(storageClassName)
}
