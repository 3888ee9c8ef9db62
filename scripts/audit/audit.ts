import { auditWeights } from '../model/codes/audit.ts'
import type { AuditFinding } from '../model/audit-finding.ts'
import { diskFindings } from './disks.ts'
import { memberFindings } from './members.ts'
import { readingFindings } from './readings.ts'
import { runFindings } from './runs.ts'
import { sightOf, type AuditInput } from './sight.ts'
import { standingFindings } from './standing.ts'
import { strangerFindings } from './strangers.ts'

/**
 * What is in the cluster that should not be there, what is not there any more, and what soon will not be (`apply.md` 10). Pure, and the
 * same for any order of what was read. Members whose memory cannot be read are told as that and nothing else: nothing is guessed.
 */
export function audit(input: AuditInput): readonly AuditFinding[] {
  const sight = sightOf(input)
  const found = [readingFindings, diskFindings, standingFindings, runFindings, strangerFindings, memberFindings]
  return found.flatMap((findings) => findings(sight)).sort(inOrder)
}

export type { AuditInput }

const ranks = ['unknown', 'person', 'news']

function inOrder(left: AuditFinding, right: AuditFinding): number {
  return rankOf(left) - rankOf(right) || byText(textOf(left), textOf(right))
}

function rankOf({ code }: AuditFinding): number {
  return ranks.indexOf(auditWeights[code])
}

function textOf({ code, member, key }: AuditFinding): string {
  return [code, member, key].join(' ')
}

function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
