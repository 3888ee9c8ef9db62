import type { Container } from 'kubernetes-types/core/v1.js'
import { nanos } from '../../../model/quantity.ts'
import { remembered } from '../../../model/remembered.ts'
import type { PodContainer } from '../../../model/workload.ts'

const nanosPerUnit = 1e9

/** A quantity in its unit (cores, bytes, cards); 0 where there is none or nobody can read it, which the API rules say. */
export function amount(quantity: unknown): number {
  return typeof quantity === 'string' || typeof quantity === 'number' ? amountOf(String(quantity)) : 0
}

const amountOf = remembered((quantity) => Number(nanos(quantity) ?? 0n) / nanosPerUnit)

/** What a container may use of a resource: its limit, or what it asks for where it has none. */
export function most(container: Container, resource: string): number {
  return amount(container.resources?.limits?.[resource] ?? container.resources?.requests?.[resource])
}

/**
 * What one pod may hold of a resource at once. Init containers run one after the other, beside the sidecars started before them; then
 * the sidecars stay with the others. Source: Kubernetes' scheduler, KEP-753.
 */
export function podAmount(containers: readonly PodContainer[], of: (container: Container) => number): number {
  let staying = 0
  let peak = 0
  for (const { container, role } of containers) {
    if (role === 'init') peak = Math.max(peak, staying + of(container))
    else staying += of(container)
  }
  return Math.max(peak, staying)
}
