import { auditWeights, type AuditCode, type AuditCodes, type AuditWeight } from './codes/audit.ts'
import type { Key } from './object-key.ts'

/** What of the cluster a finding is about. */
export interface About {
  readonly member?: string
  readonly key?: Key
}

export type AuditFinding<C extends AuditCode = AuditCode> = {
  readonly [K in C]: About & { readonly code: K; readonly args: AuditCodes[K] }
}[C]

export function auditFinding<C extends AuditCode>(code: C, args: AuditCodes[C], about: About = {}): AuditFinding<C> {
  return { code, args, ...about }
}

/** The worst of what was found; without any, and with nothing but news, `news`. */
export function auditVerdict(findings: readonly AuditFinding[]): AuditWeight {
  const weights = new Set(findings.map(({ code }) => auditWeights[code]))
  return weights.has('unknown') ? 'unknown' : weights.has('person') ? 'person' : 'news'
}
