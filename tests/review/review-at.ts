import { generateKeyPairSync } from 'node:crypto'
import { afterAll } from 'vitest'
import { marksIn } from '../../scripts/commands/marks-in.ts'
import type { Grant } from '../../scripts/model/grant.ts'
import type { ReviewLevel } from '../../scripts/model/lab.ts'
import type { HandedOver } from '../../scripts/model/evaluations.ts'
import { noCache } from '../../scripts/pipeline/cache.ts'
import { evaluatePulls } from '../../scripts/pipeline/review/evaluate-pulls.ts'
import { startEvaluationWorkers, startFolderWorkers } from '../../scripts/pipeline/folder-workers.ts'
import { houseEffect } from '../../scripts/pipeline/review/house-effect.ts'
import { judgeMain } from '../../scripts/pipeline/review/judge-main.ts'
import { authorsOf } from '../../scripts/pipeline/obey/author.ts'
import { reviewPulls, type Reviews } from '../../scripts/pipeline/review/review-pulls.ts'
import { house as plainHouse } from '../change/judged.ts'
import type { Files } from '../change/lab-repository.ts'
import type { Double } from '../github/start-double.ts'
import { labForge, type LabForge, type Level } from '../obey/lab-forge.ts'
import { requestsIn } from '../obey/verdict-on.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
/** As `lab.config.ts` holds it. */
export const seal = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')

const evaluating = startEvaluationWorkers(2)
const judging = startFolderWorkers(false, 2)
afterAll(() => Promise.all([evaluating[Symbol.asyncDispose](), judging[Symbol.asyncDispose]()]))

/** As `review.yml` gives them to the job that decides. */
const permissions = { checks: 'write', contents: 'read', issues: 'write', 'pull-requests': 'write' }

export interface Stage extends LabForge {
  readonly level: Level
  /** One run of `review.yml`. `between`: what happens after the first job and before the second. */
  readonly look: (options?: Look) => Promise<Reviews>
  /** Its author is not done yet, so nobody merges it. */
  readonly draft: (pull: number) => void
  /** A grant, as an admin's merge brings it to main. */
  readonly grant: (grant: Grant) => void
}

export interface Look {
  readonly now?: string
  readonly between?: () => void
}

export async function reviewAt(level: Level, files: Files): Promise<Stage> {
  const at = await labForge(files)
  const since = at.lab.main()
  const look: Stage['look'] = async ({ now = '2026-11-24T20:00:00Z', between } = {}) => {
    const house = houseOf(at, reviewOf(level, at.double, since))
    const forge = await forgeOf(at, level)
    const main = at.lab.main()
    const room = await at.lab.room()
    const day = new Date(now)
    const authorOf = authorsOf({ forge, lab: house.lab, requests: requestsIn(at) })
    const input = { now: day, workers: judging, cache: noCache, progress: () => undefined }
    const effectOf = async (change: Parameters<typeof houseEffect>[0]) =>
      houseEffect(change, await judgeMain(room.git, main, house, input))
    const evaluation = { room, main, house, workers: evaluating, authorOf, effectOf }
    const text = JSON.stringify(await evaluatePulls(await forge.pulls(), evaluation))
    between?.()
    const handed = JSON.parse(text) as HandedOver
    const effects = new Map(Object.entries(handed.effects))
    return reviewPulls({
      forge,
      room: await at.lab.room({ main }),
      house,
      main,
      input: { ...input, evaluations: new Map(Object.entries(handed.evaluations)) },
      authorOf,
      marksOf: marksIn(forge, house, { effects, now: day }),
      ...(level === 'computed' && { lane: { key: privateKey } }),
    })
  }
  const grant = (one: Grant): void => {
    at.lab.push({ [`grants/${one.pull}-${one.login}-${one.request}.json`]: JSON.stringify(one) })
  }
  const draft = (pull: number): void => {
    Object.assign(at.double.state.issues.get(pull)?.pull ?? {}, { isDraft: true })
  }
  return { ...at, level, look, grant, draft }
}

/** As `lab.config.ts` says it. */
export function reviewOf(level: Level, { app: { id, slug } }: Double, since: string): ReviewLevel {
  return level === 'simple' ? { level } : { level, app: { id, slug }, seal, since }
}

function houseOf(at: LabForge, review: ReviewLevel) {
  const files = at.main().filter((file) => file.startsWith('grants/'))
  const grants = files.map((file) => JSON.parse(at.read(file)) as Grant)
  return { ...plainHouse, grants, lab: { ...plainHouse.lab, review } }
}

async function forgeOf({ double }: LabForge, level: Level) {
  const { openForge } = await import('../../scripts/github/index.ts')
  const { app } = double
  const credential =
    level === 'simple' ? { token: double.tokenFor({ job: permissions }) } : { app: app.id, key: app.privateKey }
  return openForge({ api: double.url, server: 'https://github.com', repository: 'uci/lab', credential, second: 1 })
}

/** The newest `lab/approval` on a pull request's head, and the first line of our comment. */
export async function seen(at: Stage, number: number): Promise<string> {
  const head = await at.double.hand.head(number)
  const check = [...at.double.state.checks.values()].findLast((run) => run.head === head && run.name === 'lab/approval')
  const comments = at.under(number)
  const line = comments.map((text) => text.split('\n')[1] ?? '').join(' | ')
  return `${check?.conclusion ?? 'no check'} · ${line === '' ? 'no comment' : line}`
}

/** How the checks of ours on a pull request's head ended, each once. */
export async function checksOf(at: Stage, number: number): Promise<readonly (string | null)[]> {
  const head = await at.double.hand.head(number)
  const ours = [...at.double.state.checks.values()].filter((run) => run.head === head && run.name === 'lab/approval')
  return [...new Set(ours.map(({ conclusion }) => conclusion))]
}

/** An admin presses the button: GitHub's answer. */
export async function press(at: Stage, number: number): Promise<number> {
  const token = at.double.tokenFor({ person: 'root' })
  const { status } = await fetch(`${at.double.url}/repos/uci/lab/pulls/${number}/merge`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}` },
    body: '{}',
  })
  return status
}
