import type { GpuModel, Lab } from '../../../model/lab.ts'

/** A row of the catalogue with its name. */
export interface NamedModel extends GpuModel {
  readonly name: string
  /** What must be asked for, also where that is the plain resource. */
  readonly resource: string
}

/** The lab's catalogue of GPUs, by what manifests call them. */
export interface GpuCatalogue {
  /** `nvidia.com/gpu`: what models without a resource of their own are asked by. */
  readonly plain: string
  readonly models: readonly NamedModel[]
  readonly byProduct: ReadonlyMap<string, NamedModel>
  /** Every GPU resource there is, with the models that it stands for; with none where it is not for us. */
  readonly byResource: ReadonlyMap<string, readonly NamedModel[]>
}

export function gpuCatalogue(lab: Lab): GpuCatalogue {
  const { plain, closed } = lab.rules.gpus
  const models = Object.entries(lab.gpus).map(([name, model]): NamedModel => ({
    ...model,
    name,
    resource: model.resource ?? plain,
  }))
  return {
    plain,
    models,
    byProduct: new Map(models.flatMap((model) => model.products.map((product) => [product, model] as const))),
    byResource: new Map(
      [plain, ...closed, ...models.map((model) => model.resource)].map((resource) => [
        resource,
        models.filter((model) => model.resource === resource),
      ]),
    ),
  }
}
