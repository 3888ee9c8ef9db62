import { readOutcome } from '../pipeline/review/read-outcome.ts'
import { tellRuns } from '../pipeline/review/tell-runs.ts'
import { runMarks } from '../report/index.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { atForge, forgeHere } from './forge-here.ts'
import { git } from './git.ts'
import { judging } from './judging.ts'
import { labHere } from './lab-here.ts'
import { say } from './say.ts'

export interface ReportOptions {
  /** The record of the apply. */
  readonly outcome: string
}

/** `lab review report`: tells the pull requests that main came from what became of them. */
export function reviewReport(options: ReportOptions): Promise<ExitCode> {
  return judging('text', () => atForge(() => report(options)))
}

async function report({ outcome }: ReportOptions): Promise<ExitCode> {
  const rows = await readOutcome(outcome)
  const lab = await labHere()
  const forge = await forgeHere(lab, 'writes')
  const commit = (await git(['rev-parse', 'HEAD'])).toString('latin1').trim()
  const { namespace, timeZone } = lab
  const where = { home: forge.home, timeZone, now: new Date().toISOString() }
  const told = await tellRuns(rows, { git, forge, commit, namespace, marksOf: (card) => runMarks(card, where) })
  say(`${rows.length} outcomes; ${told} pull requests were told something new.`)
  return exitCode.done
}
