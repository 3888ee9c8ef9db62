import { fault } from '../../../model/finding.ts'
import { ingressOf } from '../readings/ingress-of.ts'
import { nrpLaw } from '../readings/law.ts'
import { labPrefix, ownAnnotations } from '../readings/marks.ts'
import type { Rule } from '../rule.ts'

/** The old way to name the class has a rule of its own. */
const judgedElsewhere = 'kubernetes.io/ingress.class'

/** Annotations of other controllers do nothing here, and look as if they did. */
export const ingressAnnotations: Rule = (subject, { lab }) => {
  if (ingressOf(subject) === undefined) return []
  const { ingress } = lab.rules
  return ownAnnotations(subject.manifest)
    .filter(({ key }) => key.includes('/') && !key.startsWith(labPrefix) && key !== judgedElsewhere)
    .filter(({ key }) => !ingress.annotations.some((start) => key.startsWith(start)))
    .map(({ key }) =>
      fault('ingress-annotation', { annotation: key, allowed: ingress.annotations }, ['metadata', 'annotations', key], {
        law: nrpLaw(ingress),
      }),
    )
}
