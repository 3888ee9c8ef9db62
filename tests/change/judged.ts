import { join } from 'node:path'
import { afterAll } from 'vitest'
import { fetchHeads, type Heads } from '../../scripts/change/index.ts'
import type { Account, Review } from '../../scripts/model/facts.ts'
import type { Grant } from '../../scripts/model/grant.ts'
import { noCache, remembering } from '../../scripts/pipeline/cache.ts'
import { startFolderWorkers } from '../../scripts/pipeline/folder-workers.ts'
import { houseAt } from '../../scripts/pipeline/house-at.ts'
import { judgeChange, type JudgedChange } from '../../scripts/pipeline/review/judge-change.ts'
import { judgeMain, type JudgedMain } from '../../scripts/pipeline/review/judge-main.ts'
import { labRepository, type Files, type LabRepository } from './lab-repository.ts'

const workers = startFolderWorkers(false)
afterAll(() => workers[Symbol.asyncDispose]())

const houseRoot = join(import.meta.dirname, '..', '..')
/** Our own templates without their types, once for all tests. */
const stripped = remembering(noCache)
export const { house } = await houseAt(houseRoot, { config: join(import.meta.dirname, '_lab.ts') })

export const accounts = {
  root: { login: 'root', id: 1 },
  boss: { login: 'boss', id: 2 },
  alice: { login: 'alice', id: 1001 },
  bob: { login: 'bob', id: 1002 },
  carol: { login: 'carol', id: 1003 },
} as const satisfies Readonly<Record<string, Account>>

export interface Asking {
  readonly author: Account
  readonly reviews?: readonly Review[]
}

export interface Today {
  readonly now?: Date
  readonly grants?: readonly Grant[]
}

/** Main as it stands, with the heads of these pull requests in the room. */
export async function judgedMain(
  lab: LabRepository,
  pulls: readonly number[] = [],
  today: Today = {},
): Promise<JudgedMain> {
  return (await looking(lab, pulls, today)).main
}

async function looking(
  lab: LabRepository,
  pulls: readonly number[],
  today: Today,
): Promise<{ main: JudgedMain; heads: Heads }> {
  const { now = new Date('2026-11-24T20:00:00Z'), grants = [] } = today
  const room = await lab.room()
  const heads = await fetchHeads(room, pulls)
  const input = { now, workers, cache: noCache, stripped, progress: () => undefined }
  return { main: await judgeMain(room.git, lab.main(), { ...house, grants }, input), heads }
}

/** Judges pull requests as they stand, each against main as it is: the number and who asks. */
export async function judgeAll(
  lab: LabRepository,
  asking: Readonly<Record<number, Asking>>,
  today: Today = {},
): Promise<ReadonlyMap<number, JudgedChange>> {
  const { main, heads } = await looking(lab, Object.keys(asking).map(Number), today)
  const judged = new Map<number, JudgedChange>()
  for (const [number, { author, reviews = [] }] of Object.entries(asking)) {
    const head = heads.get(Number(number)) ?? { unreadable: 'gone' }
    const opinions = () => Promise.resolve({ reviews, check: 'passed' as const })
    judged.set(Number(number), await judgeChange({ head, authorOf: () => Promise.resolve(author), opinions }, main))
  }
  return judged
}

/** One pull request: what it changes, and by whom. */
export async function judgeOne(
  lab: LabRepository,
  author: Account,
  changes: Files,
  today: Today & Partial<Asking> = {},
): Promise<JudgedChange> {
  lab.pull(1, changes)
  const judged = (await judgeAll(lab, { 1: { author, ...today } }, today)).get(1)
  if (judged === undefined) throw new Error('nothing was judged')
  return judged
}

/** Rows of a table, each a pull request to the same main: what, by whom, which files, and the verdict. */
export type Row = readonly [what: string, author: Account, changes: Files, verdict: string]

/** Judges all rows in one look, as a review of many open pull requests does. */
export async function judgeTable(base: Files, rows: readonly Row[]): Promise<readonly string[]> {
  const lab = labRepository(base)
  rows.forEach(([, , changes], index) => lab.pull(index + 1, changes))
  const judged = await judgeAll(lab, Object.fromEntries(rows.map(([, author], index) => [index + 1, { author }])))
  return rows.map((_, index) => verdictOf(judged.get(index + 1)))
}

/** `refused: folder-foreign, path-stray`; of findings their codes. */
export function verdictOf(judged: JudgedChange | undefined): string {
  if (judged === undefined) return 'nothing'
  const { verdict, reasons } = judged.decision
  const codes = reasons.map(({ code, args }) => ('finding' in args ? args.finding.code : code))
  return `${verdict}: ${[...new Set(codes)].join(', ')}`
}

export function session(name = 'dev', hours = 6): string {
  return `import { session } from '#lab'\nexport default session('${name}', { image: 'python', hours: ${hours} })\n`
}

export function job(gpus: number, name = 'llm'): string {
  return `import { job } from '#lab'
export default job('${name}', { image: 'pytorch', gpu: '${gpus}xA10', hours: 24, command: 'python train.py' })
`
}
