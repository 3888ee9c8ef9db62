import { isOurs } from '../model/blame.ts'
import type { Evaluations } from '../model/evaluations.ts'
import type { Finding } from '../model/finding.ts'
import type { Folder, House } from '../model/request.ts'
import { mergeTypeFindings, typecheck } from '../typecheck/index.ts'
import { folderKey, noCache, type Cache } from './cache.ts'
import type { JudgedFolder } from './judged.ts'
import { cut } from './cut.ts'
import { furnishedFrom } from './furnished-from.ts'
import { lost } from './lost.ts'
import type { FolderItem, FolderJudgeOptions } from './judge-folder.ts'
import type { Workers } from './pool.ts'

export interface JudgeFoldersOptions {
  readonly house: House
  readonly today: string
  readonly render: boolean
  readonly cache: Cache
  /** Our own texts without their types, by the texts. */
  readonly stripped?: Cache
  /** Where TypeScript finds the folders on disk; `undefined` leaves its findings out. */
  readonly types: TypesOptions | undefined
  /** Present where nothing may be evaluated: the sandbox's answers, from where it may. */
  readonly evaluations?: Evaluations
  /** Nobody trusts the house yet. */
  readonly isStrange?: true
  readonly progress: (done: number, of: number) => void
  /** Of `folder-worker.ts`. */
  readonly workers: Workers
  /** What the workers were told already. */
  readonly setting?: FolderJudgeOptions
  /** Folders in one batch; no verdict depends on it. */
  readonly batch?: number
}

type Judging = Pick<JudgeFoldersOptions, 'house' | 'today' | 'render' | 'stripped' | 'evaluations' | 'isStrange'>

export interface TypesOptions {
  readonly usersRoot: string
  readonly houseRoot: string
  readonly scratch: string
}

const patienceSeconds = 10
const batchSize = 48
const deadlineSeconds = 60
/** Folders that TypeScript reads at once: it takes 40 KB for each. */
const typesAtOnce = 3000

export interface JudgedTree {
  readonly folders: readonly JudgedFolder[]
  /** What TypeScript says about the house: nobody's folder, and our own fault. */
  readonly house: readonly Finding[]
}

/** Judges folders in worker threads while TypeScript reads them in a process of its own; what the cache knows is not judged again. */
export async function judgeFolders(folders: readonly Folder[], options: JudgeFoldersOptions): Promise<JudgedTree> {
  const keys = folders.map(folderKey)
  const known = keys.map((key) => options.cache.get(key))
  const fresh = folders.filter((_, index) => known[index] === undefined)
  const judging = Promise.all([typeFindings(fresh, options), judgeAll(fresh, options)])
  const remembered = known.map((text) => (text === undefined ? undefined : parsed(text)))
  const [types, answers] = await judging
  const typesOf = Map.groupBy(types, (finding) => ownerOf(finding.place.file))
  const judged = fresh.map((folder, index) => withTypes(answers[index] ?? '', typesOf.get(folder.owner) ?? []))
  const texts = known.map((text) => text ?? judged.shift() ?? '')
  const result = texts.map((text, index) => remembered[index] ?? parsed(text))
  options.cache.keep(lasting(keys, texts, result))
  return { folders: result, house: typesOf.get(undefined) ?? [] }
}

function parsed(text: string): JudgedFolder {
  return JSON.parse(text) as JudgedFolder
}

/** What we could not tell this time is asked again next time. */
function lasting(
  keys: readonly string[],
  texts: readonly string[],
  judged: readonly JudgedFolder[],
): ReadonlyMap<string, string> {
  const entries = keys.map((key, index) => [key, texts[index] ?? ''] as const)
  return new Map(entries.filter((_, index) => judged[index]?.findings.some(isOurs) === false))
}

function ownerOf(file: string): string | undefined {
  return /^users\/([^/]+)\//.exec(file)?.[1]
}

/** What folders are judged by. */
export function folderSetting(judging: Judging): FolderJudgeOptions {
  const { house, today, render, evaluations, isStrange, stripped = noCache } = judging
  const plain = { lab: house.lab, today, render }
  if (isStrange) return { ...plain, templates: Object.fromEntries(house.templates) }
  return evaluations === undefined ? { ...plain, furnished: furnishedFrom(house, stripped) } : plain
}

function judgeAll(folders: readonly Folder[], options: JudgeFoldersOptions): Promise<readonly string[]> {
  if (folders.length === 0) return Promise.resolve([])
  let done = 0
  return options.workers.run<FolderItem, string, FolderJudgeOptions>({
    items: folders.map((folder) => itemOf(folder, options.evaluations)),
    setting: options.setting ?? folderSetting(options),
    size: options.batch ?? batchSize,
    patience: patienceSeconds,
    lost: ({ folder }, failure) => JSON.stringify(lostFolder(folder, failure)),
    done: (items) => options.progress((done += items), folders.length),
  })
}

function itemOf(folder: Folder, evaluations: Evaluations | undefined): FolderItem {
  const known = evaluations?.get(folderKey(folder))
  return known === undefined ? { folder } : { folder, evaluations: known }
}

function lostFolder(folder: Folder, failure: string | undefined): JudgedFolder {
  const file = folder.sources[0]?.file ?? `users/${folder.owner}`
  return { owner: folder.owner, findings: [lost(file, failure, patienceSeconds)], footprints: [], rendered: [] }
}

async function typeFindings(folders: readonly Folder[], options: JudgeFoldersOptions): Promise<readonly Finding[]> {
  if (options.types === undefined || folders.length === 0) return []
  const { usersRoot, houseRoot, scratch } = options.types
  const { lab } = options.house
  const findings: Finding[] = []
  for (const group of cut(folders, typesAtOnce)) {
    findings.push(...(await typecheck({ usersRoot, folders: group, houseRoot, lab, deadlineSeconds, tmp: scratch })))
  }
  return findings
}

function withTypes(text: string, types: readonly Finding[]): string {
  if (types.length === 0) return text
  const judged = JSON.parse(text) as JudgedFolder
  return JSON.stringify({ ...judged, findings: mergeTypeFindings(judged.findings, types) })
}
