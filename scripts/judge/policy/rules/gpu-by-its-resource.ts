import { fault, type Fault } from '../../../model/finding.ts'
import { meant } from '../../../model/meant.ts'
import type { GpuCatalogue } from '../readings/gpu-catalogue.ts'
import type { NamedProduct } from '../readings/gpu-choice.ts'
import { nrpLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** Some cards have a resource name of their own. A pod that names a card and asks for another card's resource waits for ever. */
export const gpuByItsResource: Rule = ({ gpuAsks, gpuChoice }, { lab, catalogue }) => {
  const asked = gpuAsks[0]?.resource
  const law = nrpLaw(lab.rules.gpus)
  return gpuChoice.named.flatMap((named): readonly Fault[] => {
    const model = catalogue.byProduct.get(named.product)
    if (model === undefined) return [unknownProduct(named, catalogue)]
    if (asked === undefined || asked === model.resource) return []
    return [fault('gpu-resource', { model: model.name, asked, right: model.resource }, named.path, { law })]
  })
}

function unknownProduct({ product, path }: NamedProduct, { byProduct }: GpuCatalogue): Fault {
  const near = meant(product, [...byProduct.keys()])
  return fault('gpu-product-unknown', { product, ...(near !== undefined && { near }) }, path, { law: { by: 'lab' } })
}
