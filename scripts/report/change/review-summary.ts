import { code } from '../code.ts'
import { disarmed } from '../disarmed.ts'
import { counted } from './section.ts'

interface Row {
  readonly pull: number
  readonly title: string
}

interface Failure {
  readonly pull: number
  readonly call: string
  readonly said: string
}

/** A job's summary: every pull request that was looked at with its verdict, and what GitHub would not do. */
export function reviewSummary(rows: readonly Row[], failures: readonly Failure[]): string {
  const list = rows.map(({ pull, title }) => `- #${pull} ${code(title)}`)
  const wrong = failures.map(({ pull, call, said }) => `- ✖ #${pull} ${code(call)}: ${code(said)}`)
  const lines = [
    `### ${counted(rows.length, 'pull request')}`,
    '',
    ...list,
    ...(wrong.length === 0 ? [] : ['', '#### GitHub would not', '', ...wrong]),
  ]
  return disarmed(`${lines.join('\n')}\n`)
}
