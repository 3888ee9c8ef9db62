import type { Report } from '../model/report.ts'
import { verdictOf, type Verdict } from '../report/index.ts'
import { exitCode, type ExitCode } from './exit-code.ts'

const codes = {
  fits: exitCode.done,
  refused: exitCode.wrong,
  unknown: exitCode.failed,
  empty: exitCode.wrong,
} as const satisfies Readonly<Record<Verdict, ExitCode>>

/** What the report says in its last line, for the shell. */
export function verdict(report: Report): ExitCode {
  return codes[verdictOf(report)]
}
