import { fault } from '../../../model/finding.ts'
import { ingressOf } from '../readings/ingress-of.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** Who opens a door to the world opens it to their own Service. */
export const ingressToOwnService: Rule = (subject, { prefix }) =>
  (ingressOf(subject)?.rules ?? []).flatMap(({ http }, rule) =>
    (http?.paths ?? []).flatMap(({ backend }, index) => {
      const service = backend.service?.name ?? ''
      if (service.startsWith(`${prefix}-`)) return []
      const path = ['spec', 'rules', rule, 'http', 'paths', index, 'backend']
      return [fault('backend-foreign', { service, prefix }, path, { law: labLaw })]
    }),
  )
