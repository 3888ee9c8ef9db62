import { auditWeights, type AuditCode, type AuditCodes, type AuditWeight } from '../../model/codes/audit.ts'
import type { AuditFinding } from '../../model/audit-finding.ts'
import type { Key } from '../../model/object-key.ts'
import { thingOf } from '../plan/thing.ts'
import type { Row } from '../plan/rows.ts'
import { auditSentences, type AuditSaying, type AuditTold } from '../sentences/audit.ts'
import { tamed } from '../tamed.ts'

/** A finding of an audit in words. */
export interface ToldAudit {
  readonly finding: AuditFinding
  readonly weight: AuditWeight
  /** `session dev`; empty where it is about a member or the lab. */
  readonly thing: string
  readonly told: AuditTold
}

/** Findings under one title, as they are read. */
export interface AuditGroup {
  readonly title: string
  readonly rows: readonly Row[]
}

export function toldAudit(findings: readonly AuditFinding[], saying: AuditSaying): readonly ToldAudit[] {
  return findings.map((finding) => ({
    finding,
    weight: auditWeights[finding.code],
    thing: thingIn(finding, saying),
    told: sentenceOf(finding, saying),
  }))
}

/** What could not be told, what needs somebody, then the news by kind. */
export function auditGroups(told: readonly ToldAudit[], days: number): readonly AuditGroup[] {
  const news = (code: AuditCode) => told.filter(({ finding }) => finding.code === code)
  return [
    group(
      'Could not be told',
      '✖',
      told.filter(({ weight }) => weight === 'unknown'),
    ),
    group(
      'Needs somebody',
      '✖',
      told.filter(({ weight }) => weight === 'person'),
    ),
    group('Ends within a day', '◌', news('ends-soon')),
    group(`Over, in the last ${days} days`, '·', news('run-ended')),
    group('Suspended by hand', '·', news('suspended-by-hand')),
    group('Disks that were let go', '◇', news('disk-released')),
    group('Members who left', '·', news('member-left')),
  ]
}

function group(title: string, sign: string, told: readonly ToldAudit[]): AuditGroup {
  return {
    title,
    rows: told.map(({ finding: { member = 'the lab' }, thing, told: words }) => ({ sign, member, thing, told: words })),
  }
}

function sentenceOf<C extends AuditCode>(
  { code, args }: { code: C; args: AuditCodes[C] },
  saying: AuditSaying,
): AuditTold {
  const sentence = auditSentences[code] as (args: AuditCodes[C], saying: AuditSaying) => AuditTold
  return sentence(tamed(args) as unknown as AuditCodes[C], saying)
}

function thingIn({ key, member = '' }: AuditFinding, saying: AuditSaying): string {
  if (key === undefined) return ''
  return member === '' ? key : thingOf({ key: key satisfies Key, member }, saying)
}
