import { hash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { HouseEffect } from '../model/card.ts'
import type { Change } from '../model/change.ts'
import type { Git } from '../model/git.ts'
import type { House } from '../model/request.ts'
import { noCache } from '../pipeline/cache.ts'
import { evaluatePulls } from '../pipeline/review/evaluate-pulls.ts'
import { startEvaluationWorkers, startFolderWorkers } from '../pipeline/folder-workers.ts'
import { houseEffect } from '../pipeline/review/house-effect.ts'
import { judgeMain } from '../pipeline/review/judge-main.ts'
import { authorOf } from './author-of.ts'
import { atForge, forgeHere } from './forge-here.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { houseHere } from './house-here.ts'
import { judging } from './judging.ts'
import { mainHere, roomHere } from './room-here.ts'
import { say } from './say.ts'
import { strippedHere } from './stripped-here.ts'

export interface RenderOptions {
  /** The file that gets what the sandboxes answered, as JSON. */
  readonly out: string
  /** The file that gets its SHA-256. */
  readonly seal: string
}

/** Main is judged only where a change of the house is to be compared with it. */
function effectsOf(git: Git, main: string, house: House): (change: Change) => Promise<HouseEffect | undefined> {
  return async (change) => {
    await using workers = startFolderWorkers(false)
    const input = { now: new Date(), workers, cache: noCache, stripped: strippedHere(), progress: () => undefined }
    return houseEffect(change, await judgeMain(git, main, house, input))
  }
}

/** What one artifact may hold: more is no lab's. */
const mostBytes = 32 * 1024 * 1024

/** `lab review render`: runs what open pull requests ask for, in sandboxes, where there is nothing to take; decides nothing. */
export function reviewRender(options: RenderOptions): Promise<ExitCode> {
  return judging('text', () => atForge(() => render(options)))
}

async function render({ out, seal }: RenderOptions): Promise<ExitCode> {
  const house = await houseHere()
  const forge = await forgeHere(house.lab, 'reads')
  const main = await mainHere(await forge.main())
  const room = await roomHere(main, process.env['GITHUB_TOKEN'])
  await using workers = startEvaluationWorkers()
  const handed = await evaluatePulls(await forge.pulls(), {
    room,
    main,
    house,
    workers,
    stripped: strippedHere(),
    authorOf: authorOf(forge, house),
    effectOf: effectsOf(room.git, main, house),
  })
  const text = JSON.stringify(handed)
  if (Buffer.byteLength(text) > mostBytes)
    throw new Error(`${Buffer.byteLength(text)} bytes of evaluations, at most ${mostBytes}`)
  await writeFile(out, text)
  await writeFile(seal, `${hash('sha256', text)}\n`)
  say(
    `${Object.keys(handed.evaluations).length} folders of ${main.slice(0, 7)} and its open pull requests were evaluated.`,
  )
  return exitCode.done
}
