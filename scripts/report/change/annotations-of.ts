import type { Card } from '../../model/card.ts'
import type { Annotation } from '../../model/forge.ts'
import type { Finding, Severity } from '../../model/finding.ts'
import { inReadingOrder } from '../reading-order.ts'
import { sentenceOf } from '../sentences/sentence-of.ts'
import { inWords } from '../told.ts'
import { visible } from '../visible.ts'

const levels: Readonly<Record<Severity, Annotation['level']>> = {
  error: 'failure',
  warning: 'warning',
  notice: 'notice',
}

/** Findings at the author's own lines, in plain text. */
export function annotationsOf({ findings, given }: Card): readonly Annotation[] {
  const all = [...findings.own, ...given.flatMap(({ findings: own }) => own)]
  return all.toSorted(inReadingOrder).map(annotation)
}

function annotation(finding: Finding): Annotation {
  const { what, fix, help, rule } = inWords(finding, sentenceOf(finding))
  const { file, line = 1, endLine = line } = finding.place
  return {
    path: file,
    line,
    endLine,
    level: finding.lift === undefined ? levels[finding.severity] : 'warning',
    title: visible([finding.request, finding.code].filter(Boolean).join(' ')),
    message: [what, fix, ...help, rule].filter((part) => part !== '').join('\n'),
  }
}
