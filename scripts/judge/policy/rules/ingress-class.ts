import { fault, type Fault } from '../../../model/finding.ts'
import { ingressOf } from '../readings/ingress-of.ts'
import { nrpLaw } from '../readings/law.ts'
import { ownAnnotations } from '../readings/marks.ts'
import type { Rule } from '../rule.ts'

const oldAnnotation = 'kubernetes.io/ingress.class'

/** The cluster has one controller for Ingresses, named by a field; the annotation of old has no meaning any more. */
export const ingressClass: Rule = (subject, { lab }) => {
  const spec = ingressOf(subject)
  if (spec === undefined) return []
  const { class: expected } = lab.rules.ingress
  const law = nrpLaw(lab.rules.ingress)
  const path = ['metadata', 'annotations', oldAnnotation]
  const old = ownAnnotations(subject.manifest).some(({ key }) => key === oldAnnotation)
  const faults: Fault[] = old ? [fault('ingress-class-annotation', { expected }, path, { law })] : []
  if (spec.ingressClassName === expected) return faults
  const args = { expected, ...(spec.ingressClassName !== undefined && { className: spec.ingressClassName }) }
  return [...faults, fault('ingress-class', args, ['spec', 'ingressClassName'], { law })]
}
