import { fault } from '../../../model/finding.ts'
import { hostsOf, ingressOf } from '../readings/ingress-of.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** An Ingress lets the whole world in: an admin agrees to each address. */
export const ingressByGrant: Rule = (subject) => {
  const spec = ingressOf(subject)
  if (spec === undefined) return []
  return hostsOf(spec).flatMap(({ host, path }) =>
    host === undefined ? [] : [fault('ingress-needs-admin', { host }, path, { law: labLaw, lift: host })],
  )
}
