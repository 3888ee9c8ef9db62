import { fault, type Fault } from '../../../model/finding.ts'
import { hostsOf, ingressOf } from '../readings/ingress-of.ts'
import { nrpLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** Only names directly under the cluster's domain have its certificate and reach it; without a name an Ingress would take everybody's. */
export const ingressHosts: Rule = (subject, { lab, prefix }) => {
  const spec = ingressOf(subject)
  if (spec === undefined) return []
  const { ingress } = lab.rules
  const law = nrpLaw(ingress)
  const secured = new Set((spec.tls ?? []).flatMap(({ hosts }) => hosts ?? []))
  const hosts = hostsOf(spec)
  if (hosts.length === 0)
    return [fault('ingress-host', { example: `${prefix}.${ingress.domain}` }, ['spec', 'rules'], { law })]
  return hosts.flatMap(({ host, path }): readonly Fault[] => {
    if (host === undefined || !isDirectlyUnder(host, ingress.domain)) {
      const args = { example: `${prefix}.${ingress.domain}`, ...(host !== undefined && { host }) }
      return [fault('ingress-host', args, path, { law })]
    }
    return secured.has(host) ? [] : [fault('ingress-without-tls', { host }, ['spec', 'tls'], { law })]
  })
}

function isDirectlyUnder(host: string, domain: string): boolean {
  return /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(host.slice(0, -domain.length - 1)) && host.endsWith(`.${domain}`)
}
