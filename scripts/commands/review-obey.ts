import type { Evaluations } from '../model/evaluations.ts'
import { noCache } from '../pipeline/cache.ts'
import { startFolderWorkers } from '../pipeline/folder-workers.ts'
import { obeyCommand, type Obeying } from '../pipeline/obey/obey-command.ts'
import { NotHandedOver, readHandedOver } from '../pipeline/review/read-handed-over.ts'
import { commandWords } from '../report/index.ts'
import { authorOf } from './author-of.ts'
import { eventHere } from './event-here.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { atForge, forgeHere } from './forge-here.ts'
import { git } from './git.ts'
import { houseHere } from './house-here.ts'
import { houseRoot } from './house-root.ts'
import { judging } from './judging.ts'
import { laneOf } from './lane-of.ts'
import { requestsHere } from './requests-here.ts'
import { roomHere } from './room-here.ts'
import { say } from './say.ts'

export interface ObeyOptions {
  /** What `lab review render` wrote; a `/grant` cannot do without it. */
  readonly evaluations?: string
  /** Its SHA-256, as that job gave it. */
  readonly digest?: string
}

/** `lab review obey`: obeys the command of the comment that the event is about, or answers why not. It runs nobody's code. */
export function reviewObey(options: ObeyOptions): Promise<ExitCode> {
  return judging('text', () => atForge(() => obey(options)))
}

async function obey(options: ObeyOptions): Promise<ExitCode> {
  const { action, comment, sender } = await eventHere()
  if (action !== 'created' || comment === undefined) {
    say('Only a comment that was just written is a command.')
    return exitCode.done
  }
  const house = await houseHere()
  const forge = await forgeHere(house.lab, 'writes')
  const main = (await git(['-C', houseRoot, 'rev-parse', 'HEAD'])).toString('latin1').trim()
  const room = await roomHere(main, process.env['GITHUB_TOKEN'])
  await using workers = startFolderWorkers(false)
  const now = new Date()
  const evaluations = await handedOver(options, main)
  const input = evaluations && { now, workers, cache: noCache, progress: () => undefined, evaluations }
  const obeying: Obeying = {
    forge,
    room,
    house,
    main,
    isCurrent: main === (await forge.main()),
    ...(input && { input }),
    now,
    authorOf: authorOf(forge, house),
    requests: requestsHere(),
    words: commandWords(forge.home),
    ...laneOf(house),
  }
  const obeyed = await obeyCommand({ comment, sender }, obeying)
  say(obeyed.did === 'refuse' ? `refused: ${obeyed.refusal.code}` : `done: ${obeyed.did}`)
  return exitCode.done
}

/** Nothing where the job that evaluates came to no end, or handed over something else: that is said to whoever needs it. */
async function handedOver({ evaluations, digest }: ObeyOptions, main: string): Promise<Evaluations | undefined> {
  if (evaluations === undefined || digest === undefined || digest === '') return undefined
  try {
    return (await readHandedOver(evaluations, digest, main)).evaluations
  } catch (error) {
    if (!(error instanceof NotHandedOver)) throw error
    say(`\`${evaluations}\` is not what was evaluated: ${error.message}`)
    return undefined
  }
}
