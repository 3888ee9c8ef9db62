import type { RunCard, RunRow } from '../../model/card.ts'
import type { Marks } from '../../model/forge.ts'
import { commentMark } from '../../model/own-marks.ts'
import { code } from '../code.ts'
import { moment } from '../plan/when.ts'
import { prose } from '../prose.ts'
import { visible } from '../visible.ts'
import { connectLines } from './connect-lines.ts'
import { fittedComment } from './fitted-comment.ts'
import { runHeadline } from './run-headline.ts'
import { runSigns, stateOf, statesInOrder } from './run-state.ts'
import { counted, type Fold } from './section.ts'
import type { Where } from './where.ts'

/** What a merged pull request bears: its comment tells how each run goes on. */
export function runMarks(card: RunCard, where: Where): Pick<Marks, 'comment' | 'labels'> {
  const news = card.runs.filter(isNews).toSorted((a, b) => rankOf(a) - rankOf(b))
  const shown = news.slice(0, mostRows)
  const begin = [`### ${runHeadline(news, where)}`, '', ...shown.flatMap((row) => rowLines(row, card, where))]
  const rest: Fold = { title: 'the rest', items: news.slice(mostRows).map((row) => rowText(row, where)), noun: 'thing' }
  const still = card.runs.length - news.length
  const end = still === 0 ? [] : ['', `${counted(still, 'thing')} more: nothing changed.`]
  const text = fittedComment({ begin, sections: [], end, folds: [rest] }, 'the record of the apply has them.')
  return { comment: `${commentMark}\n${text}`, labels: news.some(({ ending }) => ending === 'held') ? ['held'] : [] }
}

const mostRows = 12
const longest = 800

const quiet: ReadonlySet<string> = new Set(['kept', 'recorded', 'forgotten'])

function isNews({ ending, progress }: RunRow): boolean {
  return !quiet.has(ending) || progress !== undefined
}

function rankOf(row: RunRow): number {
  return statesInOrder.indexOf(stateOf(row))
}

function rowLines(row: RunRow, { namespace }: RunCard, where: Where): readonly string[] {
  const connect = stateOf(row) === 'runs' ? connectLines(row, namespace) : []
  return [rowText(row, where), ...connect.map((line) => `  ${line}`)]
}

/** `● session dev: it is running, until Tue 24 Nov 16:07.` */
function rowText(row: RunRow, { timeZone }: Where): string {
  const { thing, member, request = '', what, fix, message, endsBy } = row
  const foreign = [member, thing, request].map((text) => visible(text))
  const isGoing = ['runs', 'waits'].includes(stateOf(row)) && endsBy !== undefined
  const until = isGoing ? `<br>\n  Ends ${moment(endsBy, timeZone)} at the latest.` : ''
  const parts = [
    `- ${runSigns[stateOf(row)]} ${code(thing)} ${prose(visible(what, longest), foreign)}${until}`,
    ...(message === undefined ? [] : [code(message)]),
    ...(fix === undefined ? [] : [`**Next:** ${prose(visible(fix, longest), foreign)}`]),
  ]
  return parts.join('<br>\n  ')
}
