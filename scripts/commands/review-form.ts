import { fillForms, type FormOutcome } from '../pipeline/obey/form.ts'
import { formWords } from '../report/index.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { eventHere } from './event-here.ts'
import { atForge, forgeHere } from './forge-here.ts'
import { houseHere } from './house-here.ts'
import { judging } from './judging.ts'
import { requestsHere } from './requests-here.ts'
import { say } from './say.ts'

export interface FormOptions {
  /** Only the issue that the event is about. */
  readonly event?: true
}

/** `lab review form`: makes every filled form a pull request in its author's name, or says what has to be mended. It runs nobody's code. */
export function reviewForm(options: FormOptions): Promise<ExitCode> {
  return judging('text', () => atForge(() => form(options)))
}

async function form({ event }: FormOptions): Promise<ExitCode> {
  const { lab } = await houseHere()
  const forge = await forgeHere(lab, 'writes')
  const only = event === undefined ? undefined : (await eventHere()).issue
  const forming = { forge, lab, main: await forge.main(), requests: requestsHere(), words: formWords(forge.home) }
  const outcomes = await fillForms(forming, only)
  for (const outcome of outcomes) say(lineOf(outcome))
  return outcomes.some(({ did }) => did === 'failed') ? exitCode.failed : exitCode.done
}

function lineOf({ issue, did, pull, said }: FormOutcome): string {
  return [`#${issue}: ${did}`, pull && `as #${pull}`, said && JSON.stringify(said)].filter(Boolean).join(' ')
}
