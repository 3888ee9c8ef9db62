import type { Card } from '../../model/card.ts'
import type { Verdict } from '../../model/decision.ts'
import type { CheckText, Conclusion, Marks } from '../../model/forge.ts'
import { commentMark } from '../../model/own-marks.ts'
import { prose } from '../prose.ts'
import { visible } from '../visible.ts'
import { adminLines } from './admin-lines.ts'
import { alternativesLines } from './alternatives-lines.ts'
import { annotationsOf } from './annotations-of.ts'
import { effectLines, effectSection } from './effect-lines.ts'
import { fittedComment, openOnly, type Parts } from './fitted-comment.ts'
import { foldsOf } from './folds.ts'
import { foreseenSections } from './foreseen-sections.ts'
import { gotSection } from './got-section.ts'
import { grantedLines } from './granted-lines.ts'
import { headlineOf } from './headline.ts'
import { labelsOf } from './labels-of.ts'
import { mendSection } from './mend-section.ts'
import { nextLine } from './next-line.ts'
import { numbersSection } from './numbers-section.ts'
import type { Where } from './where.ts'

/** What a pull request bears for its verdict. The same card gives the same bytes. */
export function changeMarks(card: Card, where: Where): Marks {
  if (card.decision.kind === 'stranger') return forStranger
  const parts = partsOf(card, where)
  return {
    comment: `${commentMark}\n${fittedComment(parts, '`npx lab check` and `npx lab build` on this branch show them all.')}`,
    check: checkOf(card, parts),
    labels: labelsOf(card),
    reviewers: reviewersOf(card),
  }
}

/** Threat: whoever is no member gets no words that they chose, and no place to be seen (`pipeline.md` 2, row 35). */
const forStranger: Marks = {
  check: {
    conclusion: 'failure',
    title: 'Not a member of this lab',
    summary: 'Only members can ask for something here. An admin adds members to `lab.config.ts`.\n',
    annotations: [],
  },
  labels: [],
  reviewers: [],
}

function partsOf(card: Card, where: Where): Parts {
  const { sign, text, foreign } = headlineOf(card)
  const got = gotSection(card)
  const mend = mendSection(card, where)
  const isRefused = card.decision.verdict === 'refused'
  return {
    begin: [`### ${sign} ${prose(text, foreign)}`, '', prose(nextLine(card), [])],
    sections: [
      ...(isRefused ? [mend] : []),
      got,
      numbersSection(card),
      ...foreseenSections(card, where),
      ...(isRefused ? [] : [mend]),
      effectSection(card, where),
    ],
    end: [...effectLines(card), ...grantedLines(card), ...alternativesLines(card), ...adminLines(card, where)],
    folds: foldsOf(card, where),
  }
}

const conclusions: Readonly<Record<Verdict, Conclusion>> = {
  auto: 'success',
  granted: 'success',
  'needs-admin': 'action_required',
  refused: 'failure',
  'could-not-tell': 'cancelled',
}

function checkOf(card: Card, parts: Parts): CheckText {
  const { text } = headlineOf(card)
  return {
    conclusion: conclusions[card.decision.verdict],
    title: card.decision.verdict === 'could-not-tell' ? 'our fault' : visible(text.replaceAll('`', ''), longestTitle),
    summary: openOnly(parts),
    annotations: annotationsOf(card),
  }
}

/** GitHub cuts what is longer. */
const longestTitle = 200

/** GitHub asks at most so many at once. */
const mostReviewers = 15

function reviewersOf({ decision, admins, author }: Card): readonly string[] {
  if (decision.verdict !== 'needs-admin') return []
  return admins.flatMap(({ login }) => (login === author ? [] : [login])).slice(0, mostReviewers)
}
