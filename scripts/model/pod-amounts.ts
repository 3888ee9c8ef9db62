import { at, countable, itemsAt, textAt } from './at.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import { nanos } from './quantity.ts'

/** By resource name: cpu in thousandths of a core, memory in bytes, GPUs in cards. */
export type Amounts = ReadonlyMap<string, number>

/**
 * What one pod holds while it is on a machine. Init containers run one after the other and beside the sidecars started before them, so
 * the largest step of the start counts, or all that stays, whichever is more. A request that is missing is its limit.
 * Source: Kubernetes 1.33 `component-helpers/resource.AggregateContainerRequests` (KEP-753).
 */
export function podAmounts(podSpec: Json | undefined): Amounts {
  let sidecars: Amounts = new Map()
  let start: Amounts = new Map()
  for (const init of itemsAt(podSpec, 'initContainers')) {
    const step = plus(sidecars, containerAmounts(init))
    start = most(start, step)
    if (textAt(init, 'restartPolicy') === 'Always') sidecars = step
  }
  const staying = itemsAt(podSpec, 'containers').map(containerAmounts).reduce(plus, sidecars)
  return most(start, staying)
}

export function containerAmounts(container: Json | undefined): Amounts {
  const asked: JsonObject = { ...objectAt(container, 'limits'), ...objectAt(container, 'requests') }
  const counted = Object.entries(asked).filter(([name]) => name === 'cpu' || name === 'memory' || isGpu(name))
  return new Map(counted.map(([name, value]) => [name, amountOf(value, name === 'cpu' ? 10n ** 6n : 10n ** 9n)]))
}

/** Every NVIDIA resource is a card or a slice of one; other vendors call theirs `<vendor>/gpu`. */
export function isGpu(resource: string): boolean {
  return resource.startsWith('nvidia.com/') || resource.endsWith('/gpu')
}

function objectAt(container: Json | undefined, key: 'limits' | 'requests'): JsonObject {
  const found = at(container, 'resources', key)
  return isObject(found) ? found : {}
}

function amountOf(value: Json, nanosPerUnit: bigint): number {
  return countable(Number(((nanos(value) ?? 0n) + nanosPerUnit - 1n) / nanosPerUnit))
}

function plus(left: Amounts, right: Amounts): Amounts {
  return merged(left, right, (a, b) => countable(a + b))
}

function most(left: Amounts, right: Amounts): Amounts {
  return merged(left, right, Math.max)
}

function merged(left: Amounts, right: Amounts, merge: (a: number, b: number) => number): Amounts {
  if (left.size === 0) return right
  const all = new Map(left)
  right.forEach((amount, name) => all.set(name, merge(all.get(name) ?? 0, amount)))
  return all
}
