import { appendFile } from 'node:fs/promises'
import { noCache } from '../pipeline/cache.ts'
import { startFolderWorkers } from '../pipeline/folder-workers.ts'
import { NotHandedOver, readHandedOver, type ReadOver } from '../pipeline/review/read-handed-over.ts'
import { reviewPulls, type Reviews } from '../pipeline/review/review-pulls.ts'
import { reviewSummary } from '../report/index.ts'
import { authorOf } from './author-of.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { atForge, forgeHere } from './forge-here.ts'
import { houseHere } from './house-here.ts'
import { judging } from './judging.ts'
import { laneOf } from './lane-of.ts'
import { marksIn } from './marks-in.ts'
import { OutOfReach } from './out-of-reach.ts'
import { mainHere, roomHere } from './room-here.ts'
import { say } from './say.ts'

export interface DecideOptions {
  /** What `lab review render` wrote. */
  readonly evaluations: string
  /** Its SHA-256, as that job gave it. */
  readonly digest: string
  /** The file that gets a summary in Markdown. */
  readonly summary?: string
}

/** `lab review decide`: judges every open pull request, makes it bear what it should, and merges what may go in. It runs nobody's code. */
export function reviewDecide(options: DecideOptions): Promise<ExitCode> {
  return judging('text', () => atForge(() => decide(options)))
}

async function decide(options: DecideOptions): Promise<ExitCode> {
  const house = await houseHere()
  const forge = await forgeHere(house.lab, 'writes')
  const main = await mainHere(await forge.main())
  const { evaluations, effects } = await handedOver(options, main)
  const room = await roomHere(main, process.env['GITHUB_TOKEN'])
  const now = new Date()
  await using workers = startFolderWorkers(false)
  const input = { now, workers, cache: noCache, evaluations, progress: () => undefined }
  const marksOf = marksIn(forge, house, { effects, now })
  const reviews = await reviewPulls({
    forge,
    room,
    house,
    main,
    input,
    authorOf: authorOf(forge, house),
    marksOf,
    ...laneOf(house),
  })
  return told(reviews, options)
}

async function handedOver({ evaluations, digest }: DecideOptions, main: string): Promise<ReadOver> {
  try {
    return await readHandedOver(evaluations, digest, main)
  } catch (error) {
    if (!(error instanceof NotHandedOver)) throw error
    throw new OutOfReach(
      `\`${evaluations}\` is not what was evaluated: ${error.message}. The next look evaluates anew.`,
    )
  }
}

async function told({ open, merged, failures }: Reviews, { summary }: DecideOptions): Promise<ExitCode> {
  const rows = [...merged, ...open].map(({ pull, marks }) => ({ pull: pull.number, title: marks.check.title }))
  if (summary !== undefined) await appendFile(summary, reviewSummary(rows, failures))
  say(`${open.length} open pull requests were looked at, ${merged.length} merged.`)
  for (const { pull, call, said } of failures) say(`#${pull}: ${call}: ${said}`)
  return failures.length > 0 ? exitCode.failed : exitCode.done
}
