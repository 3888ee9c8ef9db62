import { mkdtempSync, writeFileSync } from 'node:fs'
import { hash } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { fetchHeads } from '../../scripts/change/index.ts'
import type { Evaluations, HandedOver } from '../../scripts/model/evaluations.ts'
import type { PullRequest } from '../../scripts/model/forge.ts'
import { noCache } from '../../scripts/pipeline/cache.ts'
import { evaluatePulls } from '../../scripts/pipeline/review/evaluate-pulls.ts'
import { startEvaluationWorkers, startFolderWorkers } from '../../scripts/pipeline/folder-workers.ts'
import { judgeChange, type JudgedChange } from '../../scripts/pipeline/review/judge-change.ts'
import { judgeMain } from '../../scripts/pipeline/review/judge-main.ts'
import { readHandedOver } from '../../scripts/pipeline/review/read-handed-over.ts'
import { accounts, house, job, judgeAll, session, verdictOf } from './judged.ts'
import { labRepository, scratch, type Files, type LabRepository } from './lab-repository.ts'

const evaluating = startEvaluationWorkers(2)
const judging = startFolderWorkers(false, 2)
afterAll(() => Promise.all([evaluating[Symbol.asyncDispose](), judging[Symbol.asyncDispose]()]))

const base: Files = { 'users/alice/dev.ts': session(), 'users/bob/train.ts': job(2, 'train') }
const { alice, bob } = accounts

const changes: readonly (readonly [typeof alice | typeof bob, Files])[] = [
  [alice, { 'users/alice/new.ts': session('new') }],
  [alice, { 'users/alice/llm.ts': job(5) }],
  [bob, { 'users/bob/train.ts': 'export default {' }],
  [bob, { 'users/alice/dev.ts': null }],
  [bob, { 'users/bob/train.ts': null, 'users/bob/x.ts': session('x', 7) }],
]

function labWithPulls(): LabRepository {
  const lab = labRepository(base)
  changes.forEach(([, files], index) => lab.pull(index + 1, files))
  return lab
}

function pulls(): readonly PullRequest[] {
  const plain = { head: '', isDraft: false, openedAt: '2026-11-24T10:00:00Z', labels: [], asked: [] }
  return changes.map(([author], index) => ({ ...plain, number: index + 1, author }))
}

function authorOf({ author }: PullRequest) {
  return Promise.resolve(author)
}

function opinions() {
  return Promise.resolve({ reviews: [], check: 'passed' as const })
}

/** As the job that evaluates does it: through text. */
async function evaluated(lab: LabRepository): Promise<HandedOver> {
  const input = {
    room: await lab.room(),
    main: lab.main(),
    house,
    workers: evaluating,
    authorOf,
    effectOf: () => Promise.resolve(undefined),
  }
  return JSON.parse(JSON.stringify(await evaluatePulls(pulls(), input))) as HandedOver
}

/** As the job that decides does it: without a sandbox. */
async function decided(lab: LabRepository, evaluations: Evaluations): Promise<readonly JudgedChange[]> {
  const room = await lab.room()
  const heads = await fetchHeads(
    room,
    pulls().map(({ number }) => number),
  )
  const now = new Date('2026-11-24T20:00:00Z')
  const input = { now, workers: judging, cache: noCache, evaluations, progress: () => undefined }
  const main = await judgeMain(room.git, lab.main(), house, input)
  const judged: JudgedChange[] = []
  for (const { number, author } of pulls()) {
    const head = heads.get(number) ?? ({ unreadable: 'gone' } as const)
    judged.push(await judgeChange({ head, authorOf: () => Promise.resolve(author), opinions }, main))
  }
  return judged
}

function mapOf({ evaluations }: HandedOver): Evaluations {
  return new Map(Object.entries(evaluations))
}

describe('evaluated in one job, judged in another', () => {
  test('the same verdicts as in one', async () => {
    const lab = labWithPulls()
    const asking = Object.fromEntries(changes.map(([author], index) => [index + 1, { author }]))
    const atOnce = [...(await judgeAll(lab, asking)).values()]
    const apart = await decided(lab, mapOf(await evaluated(lab)))
    expect(apart.map(({ decision }) => decision)).toEqual(atOnce.map(({ decision }) => decision))
    expect(apart.map(verdictOf)).toEqual([
      'auto: small-request',
      'needs-admin: member-gpus',
      'refused: syntax-error',
      'refused: folder-foreign',
      'refused: option-over-limit',
    ])
  })

  test('what is none of the author’s business is not evaluated', async () => {
    const { evaluations } = await evaluated(labWithPulls())
    // Main's two folders, and one for each change of its own author's that left requests behind.
    expect(Object.keys(evaluations)).toHaveLength(2 + 4)
  })

  test('a push after the evaluation: nobody can tell yet', async () => {
    const lab = labWithPulls()
    const handed = mapOf(await evaluated(lab))
    lab.pull(1, { 'users/alice/new.ts': session('newer') })
    const [first, second] = await decided(lab, handed)
    expect(verdictOf(first)).toBe('could-not-tell: could-not-tell')
    expect(verdictOf(second)).toBe('needs-admin: member-gpus')
  })

  test('an evaluation that speaks of another’s request speaks of this one', async () => {
    const lab = labWithPulls()
    const handed = await evaluated(lab)
    const text = JSON.stringify(handed.evaluations).replaceAll('"request":"alice/new"', '"request":"bob/train"')
    const forged = text.replaceAll('{"owner":"alice","name":"new"', '{"owner":"bob","name":"train"')
    expect(forged).not.toBe(JSON.stringify(handed.evaluations))
    const [first] = await decided(lab, new Map(Object.entries(JSON.parse(forged) as HandedOver['evaluations'])))
    expect(first?.checked?.footprints.map(({ request }) => request)).toContain('alice/new')
  })
})

describe('what is handed over is read', () => {
  const main = 'a'.repeat(40)
  const good: HandedOver = { v: 1, main, evaluations: {}, effects: {} }
  const key = 'k'.repeat(43)
  const request = { owner: 'alice', name: 'dev', file: 'users/alice/dev.ts' }

  async function read(value: unknown, digest?: string): Promise<string> {
    const file = join(mkdtempSync(join(scratch(), 'handed-')), 'evaluations.json')
    const text = JSON.stringify(value)
    writeFileSync(file, text)
    return readHandedOver(file, digest ?? hash('sha256', text), main).then(
      ({ evaluations }) => `${evaluations.size} folders`,
      (error: unknown) => String(error),
    )
  }

  test.each<[string, unknown, string]>([
    ['as it was made', good, '0 folders'],
    ['of another main', { ...good, main: 'b'.repeat(40) }, 'not a'],
    [
      'a manifest that is none',
      {
        ...good,
        evaluations: { [key]: [{ request, objects: [{ manifest: 1, origin: {} }], calls: [], findings: [] }] },
      },
      'evaluations',
    ],
    ['more than was agreed', { ...good, more: 1 }, 'more'],
  ])('%s', async (_, value, expected) => {
    expect(await read(value)).toContain(expected)
  })

  test('another byte', async () => {
    expect(await read(good, '0'.repeat(64))).toContain('its digest is')
  })
})
