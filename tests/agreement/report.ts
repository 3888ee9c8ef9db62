import { inspect } from 'node:util'
import { serverPath } from '../../scripts/judge/api/server-path.ts'
import type { Manifest } from '../../scripts/model/manifest.ts'
import { share } from './limits.ts'
import { type Counts, tally, total } from './tally.ts'
import type { Comparison } from './verdict/compare.ts'
import { isLabs } from './verdict/ours.ts'

const columns = [
  'all',
  'both accept',
  'both refuse',
  'wrongly accepted',
  'wrongly refused',
  'the lab alone',
  'unknown',
  'same',
  'differs',
  'untold',
] as const

const heads: Readonly<Record<(typeof columns)[number], string>> = {
  all: 'asked',
  'both accept': 'both accept',
  'both refuse': 'both refuse',
  'wrongly accepted': 'we accept',
  'wrongly refused': 'we refuse',
  'the lab alone': 'lab alone',
  unknown: 'unknown',
  same: 'same place',
  differs: 'other place',
  untold: 'no place',
}

/** The table: all, by kind, and by kind of change. A manifest with two changes counts in the rows of both. */
export function tableText(comparisons: readonly Comparison[]): string {
  const rows: readonly (readonly [string, Counts])[] = [
    ...sorted(tally(comparisons, ({ kind }) => [kind])),
    ...sorted(tally(comparisons, ({ changes }) => (changes.length === 0 ? ['none'] : changes))),
    ['all', total(comparisons)],
  ]
  return [
    line(
      '',
      columns.map((column) => heads[column]),
    ),
    ...rows.map(([name, counts]) =>
      line(
        name,
        columns.map((column) => String(counts[column])),
      ),
    ),
  ].join('\n')
}

function line(name: string, cells: readonly string[]): string {
  return `${name.padEnd(22)}${cells.map((cell) => cell.padStart(13)).join('')}`
}

function sorted(counts: ReadonlyMap<string, Counts>): readonly (readonly [string, Counts])[] {
  return [...counts].sort(([, one], [, other]) => other.all - one.all)
}

/** The three numbers that have limits, and what is counted apart. */
export function summaryText(comparisons: readonly Comparison[]): string {
  const counts = total(comparisons)
  const apart = tally(
    comparisons.filter(({ agreement }) => agreement === 'the lab alone'),
    ({ labs }) => labs.filter(isLabs).map(({ code }) => code),
  )
  return [
    `wrongly accepted: ${counts['wrongly accepted']} of ${counts.all}`,
    `wrongly refused: ${counts['wrongly refused']} of ${counts.all}, ${share(counts['wrongly refused'], counts.all)}`,
    `another place: ${counts.differs} of ${counts.same + counts.differs}, ${share(counts.differs, counts.same + counts.differs)}`,
    `panics of the server: ${comparisons.filter(isPanic).length}`,
    `the lab alone: ${[...apart].map(([code, { all }]) => `${code} ${all}`).join(', ') || 'none'}`,
  ].join('\n')
}

function isPanic({ verdict }: Comparison): boolean {
  return verdict.verdict === 'refused' && verdict.stage === 'panic'
}

/** One disagreement, shrunk: what both say, and the manifest as a row of a table test has it. */
export function disagreementText({ agreement, verdict, faults }: Comparison, smallest: Manifest): string {
  const theirs = verdict.verdict === 'accepted' ? 'accepted' : verdict.message
  const ours = faults.map((fault) => `${fault.code} ${serverPath(fault)}`).slice(0, 5)
  const literal = inspect(smallest, { depth: Infinity, breakLength: 110, maxArrayLength: 40, maxStringLength: 400 })
  return [`── ${agreement}`, `server: ${theirs.slice(0, 600)}`, `lab: ${ours.join('; ') || 'accepted'}`, literal].join(
    '\n',
  )
}
