import type { Finding, Severity } from '../model/finding.ts'
import type { Grant } from '../model/grant.ts'
import type { Report } from '../model/report.ts'
import { inReadingOrder } from './reading-order.ts'
import type { Sentence } from './sentences/sentence.ts'
import { inWords, type Told } from './told.ts'
import { verdictOf, type Verdict } from './verdict.ts'

/** A finding that counts for nothing, and the grant that lifts it. */
export interface Lifted {
  readonly told: Told
  readonly grant: Grant
}

/** A report in words, in the order in which people read it: what every format is made from. */
export interface Telling {
  readonly report: Report
  readonly told: readonly Told[]
  readonly lifted: readonly Lifted[]
  readonly verdict: Verdict
  readonly counts: Readonly<Record<Severity, number>>
}

export function tell(report: Report, sentenceOf: (finding: Finding) => Sentence): Telling {
  const inWordsOf = (finding: Finding) => inWords(finding, sentenceOf(finding))
  const count = (severity: Severity) => report.findings.filter((finding) => finding.severity === severity).length
  const lifted = (report.lifted ?? []).toSorted((a, b) => inReadingOrder(a.finding, b.finding))
  return {
    report,
    told: report.findings.toSorted(inReadingOrder).map(inWordsOf),
    lifted: lifted.map(({ finding, grant }) => ({ told: inWordsOf(finding), grant })),
    verdict: verdictOf(report),
    counts: { error: count('error'), warning: count('warning'), notice: count('notice') },
  }
}
