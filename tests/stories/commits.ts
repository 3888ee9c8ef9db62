import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { discover } from '../../scripts/discover/index.ts'
import type { Desired } from '../../scripts/model/desired.ts'
import type { Finding } from '../../scripts/model/finding.ts'
import type { Grant } from '../../scripts/model/grant.ts'
import { isObject, type JsonObject } from '../../scripts/model/json.ts'
import type { Lab } from '../../scripts/model/lab.ts'
import type { Folder, House } from '../../scripts/model/request.ts'
import { brokenMembers } from '../../scripts/pipeline/apply/broken-members.ts'
import { noCache } from '../../scripts/pipeline/cache.ts'
import { checkFolders } from '../../scripts/pipeline/check-lab.ts'
import { desiredFrom } from '../../scripts/pipeline/apply/desired-from.ts'
import { startFolderWorkers } from '../../scripts/pipeline/folder-workers.ts'
import { houseAt } from '../../scripts/pipeline/house-at.ts'

/** Main after a commit: what it asks for, the lab that it describes, and what is wrong with it. */
export interface Main {
  readonly desired: Desired
  readonly lab: Lab
  readonly findings: readonly Finding[]
  readonly folders: readonly Folder[]
  /** By login. */
  readonly heights: ReadonlyMap<string, number>
}

export interface Evaluator extends AsyncDisposable {
  readonly evaluate: (commit: Commit) => Promise<Main>
}

/** The whole tree at a commit, `<story>/_users/<commit>/<login>/<request>.ts`, and what the commit changes in the lab, `<story>/<commit>.lab.json`. */
export interface Commit {
  readonly story: string
  readonly commit: string
  readonly before: Main | undefined
  readonly words: Words
  /** That of the lab. */
  readonly namespace: string
}

/** What stands in a lab file in place of what only the cluster knows: `<uid of PersistentVolumeClaim/alice-data>`. */
export type Words = (text: string) => string

const root = join(import.meta.dirname, '..', '..')
const now = new Date('2026-11-24T10:00:00Z')

/** Members' files as CI takes them in: evaluated, judged, rendered and read again. */
export async function startEvaluator(config: string): Promise<Evaluator> {
  const { house, findings } = await houseAt(root, { config })
  if (findings.length > 0) throw new Error(JSON.stringify(findings))
  const workers = startFolderWorkers(false)
  return {
    evaluate: (commit) => mainAt(house, workers, commit),
    [Symbol.asyncDispose]: () => workers[Symbol.asyncDispose](),
  }
}

type Workers = ReturnType<typeof startFolderWorkers>

async function mainAt(
  house: House,
  workers: Workers,
  { story, commit, before, words, namespace }: Commit,
): Promise<Main> {
  const old = before?.lab ?? { ...house.lab, namespace }
  const lab = merged(old, changesOfLab(join(story, `${commit}.lab.json`), words))
  const tree = discover(join(story, '_users', commit), { shownRoot: 'users' })
  const input = { now, render: true, cache: noCache, types: undefined, progress: () => undefined, workers }
  const asked = await checkFolders(tree.folders, { ...house, lab }, input)
  const grants = grantsFor(asked.findings)
  const checked = grants.length === 0 ? asked : await checkFolders(tree.folders, { ...house, lab, grants }, input)
  const findings = [...tree.findings, ...checked.findings]
  const broken = brokenMembers({ findings })
  if (broken === 'house') throw new Error(JSON.stringify(findings))
  const height = (before?.desired.height ?? 0) + 1
  const heights = heightsOf(tree.folders, before, height)
  const rendered = checked.rendered.filter(({ file }) => !broken.includes(file.split('/')[0] ?? ''))
  const desired = desiredFrom(rendered, broken, { commit: String(height).repeat(7), height, folders: heights })
  return { desired, lab, findings, folders: tree.folders, heights }
}

/** Main was reviewed: what an admin can allow was allowed. */
function grantsFor(findings: readonly Finding[]): readonly Grant[] {
  return findings.flatMap(({ code, lift, request = '' }) => {
    if (lift === undefined) return []
    const [login = '', name = ''] = request.split('/')
    const lifts = [{ code, value: lift }]
    return [{ ...grant, login, request: name, lifts }]
  })
}

const grant = {
  v: 1,
  until: '2026-12-31',
  by: 'root',
  byId: 1,
  pull: 1,
  head: '',
  ask: '',
  comment: 1,
  reason: '',
} as const

/** Of the newest commit that changed a member's folder. */
function heightsOf(folders: readonly Folder[], before: Main | undefined, height: number): ReadonlyMap<string, number> {
  return new Map(
    folders.map(({ owner, sources }) => {
      const old = before?.folders.find((folder) => folder.owner === owner)
      const isSame = JSON.stringify(old?.sources) === JSON.stringify(sources)
      return [owner, isSame ? (before?.heights.get(owner) ?? height) : height]
    }),
  )
}

function changesOfLab(file: string, words: Words): JsonObject {
  return existsSync(file) ? (JSON.parse(words(readFileSync(file, 'utf8'))) as JsonObject) : {}
}

/** Objects are laid over one another, `null` takes away, all else replaces. */
function merged(lab: Lab, changes: JsonObject): Lab {
  return over(lab as unknown as JsonObject, changes) as unknown as Lab
}

function over(below: JsonObject, above: JsonObject): JsonObject {
  const laid = Object.entries(above).map(([name, value]) => {
    const old = below[name]
    return [name, isObject(value) && isObject(old) ? over(old, value) : value] as const
  })
  return Object.fromEntries(
    Object.entries({ ...below, ...Object.fromEntries(laid) }).filter(([, value]) => value !== null),
  )
}
