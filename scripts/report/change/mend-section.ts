import type { Card } from '../../model/card.ts'
import type { Reason, Verdict } from '../../model/decision.ts'
import type { Finding } from '../../model/finding.ts'
import { code } from '../code.ts'
import { prose } from '../prose.ts'
import { inReadingOrder } from '../reading-order.ts'
import { foreignIn, reasonSentence } from '../sentences/reasons.ts'
import { sentenceOf } from '../sentences/sentence-of.ts'
import { signs } from '../summary.ts'
import { inWords } from '../told.ts'
import type { Section } from './section.ts'
import { isPlainName, lineUrl, type Where } from './where.ts'

/** What stands in the way, each with its fix and a link to the line; then what is good to know. */
export function mendSection(card: Card, where: Where): Section {
  const { decision, findings } = card
  const says = decision.verdict === 'needs-admin' ? ['ask'] : ['refuse', 'unknown']
  const reasons = decision.reasons.filter((one) => says.includes(one.says))
  const found = reasons.flatMap(({ args }) => ('finding' in args ? [args.finding] : []))
  const noted = findings.own.filter(({ severity }) => severity !== 'error')
  // What would pass is told below, for all of them together.
  const isFixed = card.alternatives.length === 0
  return {
    title: titles[decision.verdict],
    rows: [
      ...reasons.filter(({ args }) => !('finding' in args)).map(reasonRow),
      ...found.toSorted(inReadingOrder).map((one) => findingRow(one, card, where, isFixed)),
      ...noted.toSorted(inReadingOrder).map((one) => findingRow(one, card, where)),
    ],
    noun: 'finding',
  }
}

const titles: Readonly<Record<Verdict, string>> = {
  auto: 'Good to know',
  granted: 'Good to know',
  'needs-admin': 'Why an admin is asked',
  refused: 'To mend',
  'could-not-tell': 'What we could not tell',
}

function reasonRow(reason: Reason): string {
  const { what, fix, who } = reasonSentence(reason)
  const parts = [what, fix, who].filter((part) => part !== undefined)
  return `- ${parts.map((part) => prose(part, foreignIn(reason))).join(' ')}`
}

/** `✖ users/alice/dev.ts line 4: what. Fix.` */
export function findingRow(finding: Finding, { head }: Pick<Card, 'head'>, where: Where, isFixed = true): string {
  const { file, what, fix, foreign, request } = inWords(finding, sentenceOf(finding))
  const { line } = finding.place
  const label = `${code(file)}${line === undefined ? '' : ` line ${line}`}`
  const isLink = isPlainName(finding.place.file)
  const link = isLink ? `[${label}](${lineUrl(where, head, finding.place.file, line)})` : label
  const about = [...foreign, ...(request === undefined ? [] : [request])]
  const fixed = fix === '' || !isFixed ? '' : `<br>\n  **Fix:** ${prose(fix, about)}`
  return `- ${signOf(finding)} ${link}: ${prose(what, about)}${fixed}`
}

function signOf({ severity, lift }: Finding): string {
  return severity === 'error' && lift !== undefined ? '✋' : signs[severity]
}
