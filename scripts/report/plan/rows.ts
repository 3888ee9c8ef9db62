import { code } from '../code.ts'
import { hanging } from '../hanging.ts'
import type { Paint, Style } from '../paint.ts'
import { prose } from '../prose.ts'
import type { Sentence } from '../sentences/sentence.ts'
import { visible } from '../visible.ts'

/** One object, and what is said about it. */
export interface Row {
  readonly sign: string
  readonly member: string
  /** `session dev`. */
  readonly thing: string
  readonly told: Pick<Sentence, 'what'> & Partial<Sentence>
  /** The server's own words. */
  readonly message?: string
}

export interface Page {
  /** Columns to write for. */
  readonly width: number
  readonly paint: Paint
}

const colors: Readonly<Record<string, Style>> = {
  '✖': 'red',
  '−': 'red',
  '↻': 'yellow',
  '◌': 'yellow',
  '+': 'green',
  '✔': 'green',
}

/** Rows under a title, their columns aligned; nothing where there are none. */
export function rowsText(title: string, rows: readonly Row[], page: Page): string {
  if (rows.length === 0) return ''
  const owners = Math.max(...rows.map(({ member }) => visible(member).length))
  const things = Math.max(...rows.map(({ thing }) => visible(thing).length))
  return [title, ...rows.flatMap((row) => rowLines(row, owners, things, page))].join('\n')
}

function rowLines({ sign, member, thing, told, message }: Row, owners: number, things: number, page: Page) {
  const begin = `  ${sign} ${visible(member).padEnd(owners)}  ${visible(thing).padEnd(things)}  `
  const below = ' '.repeat(begin.length)
  const [first = '', ...rest] = hanging(begin, told.what, page.width)
  return [
    first.replace(sign, page.paint(colors[sign] ?? 'dim', sign)),
    ...rest,
    ...(message === undefined ? [] : hanging(below, page.paint('dim', visible(message)), page.width)),
    ...(told.fix === undefined ? [] : hanging(below, told.fix, page.width)),
  ]
}

/** The same as a list in Markdown. */
export function rowsMarkdown(title: string, rows: readonly Row[]): readonly string[] {
  return rows.length === 0 ? [] : ['', `#### ${title}`, '', ...rows.map(item)]
}

function item({ sign, member, thing, told, message }: Row): string {
  const foreign = [member, thing]
  const parts = [
    `${code(foreign.filter((text) => text !== '').join(' · '))} ${prose(told.what, foreign)}`,
    ...(message === undefined ? [] : [code(message)]),
    ...(told.fix === undefined ? [] : [prose(told.fix, foreign)]),
  ]
  return `- ${sign} ${parts.join('<br>\n  ')}`
}
