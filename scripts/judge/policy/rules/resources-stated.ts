import { fault, type Fault } from '../../../model/finding.ts'
import type { PodContainer } from '../../../model/workload.ts'
import { nrpLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** Every container says what it needs and what it may take at most, those that start first and those beside included. */
export const resourcesStated: Rule = ({ containers }, { lab }) => {
  const { resources } = lab.rules
  return containers.flatMap((each) =>
    resources.required.flatMap((resource) => missingIn(each, resource, nrpLaw(resources))),
  )
}

function missingIn(
  { container, path }: PodContainer,
  resource: string,
  law: ReturnType<typeof nrpLaw>,
): readonly Fault[] {
  const requested = container.resources?.requests?.[resource]
  const limited = container.resources?.limits?.[resource]
  if (requested !== undefined && limited !== undefined) return []
  const args = { container: container.name, resource, missing: missingPart(requested, limited) }
  return [fault('resource-missing', args, [...path, 'resources'], { law })]
}

function missingPart(requested: unknown, limited: unknown): 'request' | 'limit' | 'both' {
  if (requested === undefined) return limited === undefined ? 'both' : 'request'
  return 'limit'
}
