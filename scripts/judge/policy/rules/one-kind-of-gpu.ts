import { fault } from '../../../model/finding.ts'
import type { Rule } from '../rule.ts'

/** All cards of a machine go by one resource name, so a pod that asks for two fits on none. */
export const oneKindOfGpu: Rule = ({ gpuAsks: [first, ...others] }) => {
  const other = others.find(({ resource }) => resource !== first?.resource)
  if (first === undefined || other === undefined) return []
  return [
    fault('gpu-kinds-mixed', { first: first.resource, second: other.resource }, other.path, {
      law: { by: 'Kubernetes' },
    }),
  ]
}
