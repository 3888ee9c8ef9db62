import type { Card, NumberRow } from '../../model/card.ts'
import { code } from '../code.ts'
import { prose } from '../prose.ts'
import type { Section } from './section.ts'

/** The table of sums and amounts. */
export function numbersSection({ numbers }: Card): Section {
  const isOver = numbers.some(({ over }) => over !== undefined)
  const head = ['| | | now | after | limit |', '|---|---|--:|--:|--:|']
  return {
    title: 'Numbers',
    head: isOver ? [`${head[0]} |`, `${head[1]}---|`] : head,
    rows: numbers.map((one) => `${row(one)}${isOver ? ` ${excessOf(one)} |` : ''}`),
    noun: 'number',
  }
}

function row({ party, what, now, after, limit, over }: NumberRow): string {
  const next = over === undefined ? plain(after) : `**${plain(after)}**`
  const who = party === 'the lab' ? party : code(party)
  return `| ${who} | ${prose(what, [])} | ${now === undefined ? '–' : plain(now)} | ${next} | ${plain(limit)} |`
}

function excessOf({ over, rule }: NumberRow): string {
  if (over === undefined) return ''
  return `**over by ${plain(over)}**${rule === undefined ? '' : ` · ${code(rule)}`}`
}

/** An amount as it is; whatever else may have come in its place is foreign. */
function plain(amount: string): string {
  return /^\d{1,15}(?:\.\d{1,3})?(?:[KMGTPE]i?|m)?$/.test(amount) ? amount : code(amount)
}
