import type { NodeSelectorRequirement } from 'kubernetes-types/core/v1.js'
import lab from '#lab/config'
import type { GpuModel } from '../scripts/model/lab.ts'

/** What a kind of card comes to: the resource to ask for, and the products that will do. */
export interface Kind {
  readonly resource: string
  readonly products: readonly string[]
  /** Those of exactly the class, so that larger cards are left alone; empty where there is nothing to choose. */
  readonly preferred: readonly string[]
}

export interface Cards {
  readonly count: number
  readonly kind: Kind
}

const models: readonly (readonly [string, GpuModel])[] = Object.entries(lab.gpus)
const plainModels = models
  .map(([, model]) => model)
  .filter((model) => model.resource === undefined && model.access === undefined && !model.old)

/** Memory classes first, smallest first; then models in the catalogue's order. */
export const kinds: ReadonlyMap<string, Kind> = new Map([
  ...[...new Set(plainModels.map((model) => model.memory))]
    .toSorted((a, b) => a - b)
    .map((memory) => [`${memory}GB`, classKind(memory)] as const),
  ...models.map(([name, model]) => [name, modelKind(model)] as const),
])

export const kindNames: readonly string[] = [...kinds.keys()]

/** The smallest kind with so many GB: a class, or else a model that can be had. */
export function kindWith(gigabytes: number): string | undefined {
  const classed = plainModels.map((model) => model.memory).filter((memory) => memory >= gigabytes)
  if (classed.length > 0) return `${Math.min(...classed)}GB`
  const large = models.filter(([, model]) => model.memory >= gigabytes && model.access !== 'reserved')
  return large.toSorted(([, a], [, b]) => a.memory - b.memory)[0]?.[0]
}

function classKind(memory: number): Kind {
  const fitting = plainModels.filter((model) => model.memory >= memory)
  const exact = fitting.filter((model) => model.memory === memory)
  return {
    resource: lab.rules.gpus.plain,
    products: fitting.flatMap((model) => model.products),
    preferred: exact.length === fitting.length ? [] : exact.flatMap((model) => model.products),
  }
}

function modelKind(model: GpuModel): Kind {
  return { resource: model.resource ?? lab.rules.gpus.plain, products: model.products, preferred: [] }
}

/** The node label that tells the product. */
export function oneOfProducts(products: readonly string[]): NodeSelectorRequirement {
  return { key: 'nvidia.com/gpu.product', operator: 'In', values: [...products] }
}
