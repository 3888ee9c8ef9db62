import { fault, type Fault } from '../../../model/finding.ts'
import type { GpuAccess } from '../../../model/lab.ts'
import type { GpuCatalogue } from '../readings/gpu-catalogue.ts'
import type { NamedProducts } from '../readings/gpu-choice.ts'
import type { GpuAsk } from '../readings/gpus.ts'
import { nrpLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** Some cards are not for everybody: by NRP's form and our grant (`form`), only while nobody else wants them (`spare`), or never. */
export const gpuClasses: Rule = ({ pod, gpuAsks, gpuChoice }, { lab, catalogue }) => {
  if (pod === undefined) return []
  const preemptible = lab.rules.priority.preemptible.includes(pod.spec.priorityClassName ?? '')
  const law = nrpLaw(lab.rules.gpus)
  return firstOfEach(gpuAsks).flatMap(({ resource, path }): readonly Fault[] => {
    const closed = closedBy(resource, gpuChoice.named, catalogue)
    if (closed === undefined) return []
    const args = { model: closed.model, resource }
    if (closed.access === 'form') return preemptible ? [] : [fault('gpu-class', args, path, { law, lift: resource })]
    if (closed.access === 'spare') return preemptible ? [] : [fault('gpu-spare', args, path, { law })]
    return [fault('gpu-reserved', args, path, { law })]
  })
}

interface Closed {
  readonly model: string
  readonly access: GpuAccess
}

/** The closed model that the pod would use. Of the plain resource only the cards that it names count: nobody gets a closed one by chance. */
function closedBy(
  resource: string,
  names: readonly NamedProducts[],
  { byResource, byProduct, plain }: GpuCatalogue,
): Closed | undefined {
  const models = byResource.get(resource) ?? []
  if (models.length === 0) return { model: resource, access: 'reserved' }
  if (models.every(({ access }) => access === undefined)) return undefined
  const named = names.flatMap(({ products }) => products.map((product) => byProduct.get(product)))
  const wanted = models.filter((model) => named.includes(model))
  const reachable = wanted.length > 0 || resource === plain ? wanted : models
  const [first] = reachable.filter(({ access }) => access !== undefined)
  return first?.access === undefined ? undefined : { model: first.name, access: first.access }
}

function firstOfEach(asks: readonly GpuAsk[]): readonly GpuAsk[] {
  return asks.filter(({ resource }, index) => asks.findIndex((other) => other.resource === resource) === index)
}
