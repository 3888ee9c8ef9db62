import { countable, countAt, itemsAt, textAt, textsAt, at } from '../../../model/at.ts'
import { configsOf } from '../../../model/configs-of.ts'
import { demandOf } from '../../../model/demand-of.ts'
import { isLoose } from './is-loose.ts'
import { mountsOf } from '../../../model/mounts-of.ts'
import { containerAmounts, isGpu, type Amounts } from '../../../model/pod-amounts.ts'
import { regionsOf } from './regions-of.ts'
import type { Work } from '../../../model/footprint.ts'
import type { Json, Path } from '../../../model/json.ts'
import { kindOf, type Manifest } from '../../../model/manifest.ts'
import { podSpecPath } from '../../../model/pod-spec-path.ts'

/** What a workload asks for and mounts; `undefined` for kinds that make no pods. */
export function workOf(manifest: Manifest): Work | undefined {
  const path = podSpecPath(kindOf(manifest))
  if (path === undefined) return undefined
  const podSpec = at(manifest, ...path)
  const regions = regionsOf(podSpec)
  const surge = surgeOf(manifest)
  return {
    demand: demandOf(manifest, podSpec),
    largest: largestContainer(podSpec),
    labels: textsAt(manifest, ...path.slice(0, -1), 'metadata', 'labels'),
    mounts: mountsOf(podSpec),
    configs: configsOf(podSpec, path),
    ...(regions && { regions }),
    ...(surge > 0 && { surge }),
    ...(isLoose(podSpec) && { loose: true }),
  }
}

function largestContainer(podSpec: Json | undefined): Path {
  const all = ['containers', 'initContainers'].flatMap((list) =>
    itemsAt(podSpec, list).map((container, index) => ({
      path: [list, index],
      weight: weightOf(containerAmounts(container)),
    })),
  )
  return all.reduce((largest, one) => (isHeavier(one.weight, largest.weight) ? one : largest), first).path
}

const first = { path: ['containers', 0] as Path, weight: [0, 0, 0] as readonly number[] }

function weightOf(amounts: Amounts): readonly number[] {
  const gpus = [...amounts].reduce((sum, [name, amount]) => (isGpu(name) ? sum + amount : sum), 0)
  return [gpus, amounts.get('cpu') ?? 0, amounts.get('memory') ?? 0]
}

function isHeavier(left: readonly number[], right: readonly number[]): boolean {
  const differs = left.findIndex((weight, index) => weight !== right[index])
  return differs !== -1 && (left[differs] ?? 0) > (right[differs] ?? 0)
}

/** A Deployment updates by a quarter more pods, rounded up, unless it says otherwise. Source: apps/v1 `RollingUpdateDeployment`. */
function surgeOf(manifest: Manifest): number {
  if (kindOf(manifest) !== 'Deployment' || textAt(manifest, 'spec', 'strategy', 'type') === 'Recreate') return 0
  const surge = at(manifest, 'spec', 'strategy', 'rollingUpdate', 'maxSurge')
  if (typeof surge === 'number') return countable(surge)
  const percent = typeof surge === 'string' ? /^(\d+)%$/.exec(surge)?.[1] : undefined
  return countable((Number(percent ?? 25) * (countAt(manifest, 'spec', 'replicas') ?? 1)) / 100)
}
