import { generateKeyPairSync } from 'node:crypto'
import { afterAll } from 'vitest'
import { fetchHeads } from '../../scripts/change/index.ts'
import type { Grant } from '../../scripts/model/grant.ts'
import { noCache } from '../../scripts/pipeline/cache.ts'
import { startFolderWorkers } from '../../scripts/pipeline/folder-workers.ts'
import { judgeChange } from '../../scripts/pipeline/review/judge-change.ts'
import { judgeMain } from '../../scripts/pipeline/review/judge-main.ts'
import { authorsOf } from '../../scripts/pipeline/obey/author.ts'
import type { Obeying } from '../../scripts/pipeline/obey/obey-command.ts'
import { commandWords } from '../../scripts/report/index.ts'
import { house } from '../change/judged.ts'
import type { LabForge, Level } from './lab-forge.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
/** As `lab.config.ts` holds it. */
export const seal = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
const now = new Date('2026-11-24T20:00:00Z')
const workers = startFolderWorkers(false)
afterAll(() => workers[Symbol.asyncDispose]())

/** A look at the forge, with a checkout of its main. */
export async function obeyingAt(at: LabForge, level: Level, grants: readonly Grant[] = []): Promise<Obeying> {
  const { lab } = at
  const forge = await at.forgeAt(level)
  const requests = requestsIn(at)
  return {
    forge,
    room: await lab.room(),
    house: { ...house, grants },
    main: lab.main(),
    isCurrent: true,
    input: { now, workers, cache: noCache, progress: () => undefined },
    now,
    authorOf: authorsOf({ forge, lab: house.lab, requests }),
    requests,
    words: commandWords(forge.home),
    ...(level === 'computed' && { lane: { key: privateKey } }),
  }
}

/** The verdict on a pull request, in whose name it is. */
export async function verdictOn(
  at: LabForge,
  number: number,
  grants: readonly Grant[] = [],
  level: Level = 'computed',
) {
  const { room, main, house: judging, input, authorOf, forge } = await obeyingAt(at, level, grants)
  const pull = await forge.pull(number)
  const head = (await fetchHeads(room, [number])).get(number)
  if (pull === undefined || head === undefined || input === undefined) throw new Error(`no #${number}`)
  const judged = await judgeMain(room.git, main, judging, input)
  const { decision, facts } = await judgeChange(
    { head, opinions: unasked, authorOf: (change) => authorOf(pull, change) },
    judged,
  )
  return { by: facts.author.login, ...decision }
}

function unasked() {
  return Promise.resolve({ reviews: [], check: 'pending' as const })
}

/** Requests on main: `alice/dev`. */
export function requestsIn(at: LabForge): ReadonlySet<string> {
  const files = at.main().filter((file) => /^users\/.*\.ts$/.test(file))
  return new Set(files.map((file) => file.slice('users/'.length, -'.ts'.length)))
}
