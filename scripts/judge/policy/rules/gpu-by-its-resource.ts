import { fault, type Fault } from '../../../model/finding.ts'
import type { Path } from '../../../model/json.ts'
import { meant } from '../../../model/meant.ts'
import type { GpuCatalogue } from '../readings/gpu-catalogue.ts'
import { nrpLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** Some cards have a resource name of their own. A pod that names a card and asks for another card's resource waits for ever. */
export const gpuByItsResource: Rule = ({ gpuAsks, gpuChoice }, { lab, catalogue }) => {
  const asked = gpuAsks[0]?.resource
  const law = nrpLaw(lab.rules.gpus)
  const faults: Fault[] = []
  for (const { products, pathOf } of gpuChoice.named) {
    products.forEach((product, place) => {
      const model = catalogue.byProduct.get(product)
      if (model === undefined) faults.push(unknownProduct(product, pathOf(place), catalogue))
      else if (asked !== undefined && asked !== model.resource) {
        const args = { model: model.name, asked, right: model.resource }
        faults.push(fault('gpu-resource', args, pathOf(place), { law }))
      }
    })
  }
  return faults
}

function unknownProduct(product: string, path: Path, { byProduct }: GpuCatalogue): Fault {
  const near = meant(product, [...byProduct.keys()])
  return fault('gpu-product-unknown', { product, ...(near !== undefined && { near }) }, path, { law: { by: 'lab' } })
}
