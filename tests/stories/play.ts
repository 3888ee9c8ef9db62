import { join } from 'node:path'
import type { Connection } from '../../scripts/cluster/connect.ts'
import { readWorld } from '../../scripts/cluster/read-world.ts'
import { at, itemsAt, textAt } from '../../scripts/model/at.ts'
import { isObject } from '../../scripts/model/json.ts'
import type { Manifest } from '../../scripts/model/manifest.ts'
import type { Key } from '../../scripts/model/object-key.ts'
import type { World } from '../../scripts/model/world.ts'
import { carryOut, type Applied } from '../../scripts/pipeline/apply/carry-out.ts'
import { tendLab } from '../../scripts/pipeline/apply/tend-lab.ts'
import type { PlanOptions } from '../../scripts/plan/index.ts'
import type { Cluster } from '../control-plane/cluster.ts'
import type { User } from '../control-plane/identities.ts'
import { until } from '../control-plane/until.ts'
import type { Evaluator, Main } from './commits.ts'
import { isWrite, named, violationsIn } from './laws.ts'
import { appliedInWords } from './outcomes.ts'
import { recorded, type Exchanged, type Line as Wire } from './recorded.ts'
import type { Act, Line } from './script.ts'
import { standingOf } from './standing.ts'

export interface Stage {
  readonly folder: string
  readonly cluster: Cluster
  readonly namespace: string
  readonly line: Wire
  readonly evaluator: Evaluator
}

export interface Played {
  /** The script with what each act made. */
  readonly transcript: string
  /** Invariants that were broken. */
  readonly violations: readonly string[]
  /** What one more apply at the end still wrote. */
  readonly restless: readonly string[]
}

/** Where a story is between two acts. */
interface Scene extends Stage {
  readonly main: Main | undefined
  /** What main was, by its folder. */
  readonly past: ReadonlyMap<string, Main>
  readonly hours: number
  readonly log: Exchanged[]
}

type Doing = (
  scene: Scene,
  words: readonly string[],
) => Promise<{ readonly scene: Scene; readonly lines: readonly string[] }>

/** Plays a story from its first act to its last, and one apply more. */
export async function play(stage: Stage, script: readonly Line[]): Promise<Played> {
  let scene: Scene = { ...stage, main: undefined, past: new Map(), hours: 0, log: [] }
  const transcript: string[] = []
  const violations: string[] = []
  for (const line of script) {
    if ('remark' in line) {
      transcript.push(line.remark)
      continue
    }
    const done = await act(scene, line.act)
    transcript.push(line.text, ...done.lines.map((text) => `  ${text}`), '')
    scene = done.scene
    violations.push(...violationsIn({ log: scene.log, world: await worldOf(scene), total: totalOf(scene) }))
  }
  const before = scene.log.length
  await applied(scene, {})
  const restless = scene.log
    .slice(before)
    .filter(isWrite)
    .map(({ request }) => named(request))
  return { transcript: transcript.join('\n'), violations: [...new Set(violations)], restless }
}

function act(scene: Scene, { verb, words }: Act): ReturnType<Doing> {
  const doing = doings[verb]
  if (doing === undefined) throw new Error(`a story knows no "${verb}"`)
  return doing(scene, words)
}

const doings: Readonly<Record<string, Doing>> = {
  /** Main moves to the tree in this folder. */
  commit: async (scene, [commit = '']) => {
    const words = await uidWords(scene)
    const main = await scene.evaluator.evaluate({
      story: scene.folder,
      commit,
      before: scene.main,
      words,
      namespace: scene.namespace,
    })
    const lines = main.findings.map(({ severity, code, place }) => `${severity} ${code} ${place.file}`)
    const past = new Map([...scene.past, [commit, main]])
    return { scene: { ...scene, main, past }, lines: [...new Set(lines)].sort() }
  },
  apply: async (scene, words) => {
    const { only, ...options } = optionsIn(words)
    return { scene, lines: appliedInWords(await applied(scene, options, only)) }
  },
  storage: async (scene) => {
    const { desired, lab } = mainOf(scene)
    const connection = connectionOf(scene, 'lab-storage')
    const { outcomes, locks } = await tendLab(connection, { desired, lab, now: timeOf(scene), options: {} })
    return { scene, lines: appliedInWords({ outcomes, locks }) }
  },
  hours: async (scene, [hours = '']) => ({ scene: { ...scene, hours: scene.hours + Number(hours) }, lines: [] }),
  /** An old workflow run is pressed again. */
  back: async (scene, [commit = '']) => {
    const main = scene.past.get(commit)
    return { scene: { ...scene, ...(main && { main }) }, lines: [] }
  },
  /** By the hand of somebody who may do everything; `@file` stands beside the script, `@namespace` is the story's. */
  kubectl: async (scene, words) => {
    const { cluster, namespace, folder } = scene
    const path = (word: string) => (word === '@namespace' ? namespace : join(folder, word.slice(1)))
    const args = words.map((word) => (word.startsWith('@') ? path(word) : word))
    const { exitCode, stderr } = await cluster.kubectl(['-n', namespace, ...args])
    return { scene, lines: exitCode === 0 ? [] : stderr.trimEnd().split('\n') }
  },
  /** Takes an object away and makes it again as it was, annotations and all. */
  copy: async (scene, object) => {
    const { cluster, namespace } = scene
    const get = await cluster.kubectl(['-n', namespace, 'get', ...object, '-o', 'json'])
    const input = JSON.stringify(withoutIdentity(JSON.parse(get.stdout) as Manifest))
    await cluster.kubectl(['-n', namespace, 'delete', ...object])
    const { exitCode, stderr } = await cluster.kubectl(['-n', namespace, 'create', '-f', '-'], { input })
    return { scene, lines: exitCode === 0 ? [] : [stderr] }
  },
  until: async (scene, [key = '', ...state]) => {
    await until(`${key} is ${state.join(' ')}`, async () => await isIn(state.join(' '), key as Key, scene))
    return { scene, lines: [] }
  },
  cluster: async (scene) => ({ scene, lines: standingOf(await worldOf(scene)) }),
}

function applied(scene: Scene, options: PlanOptions, only?: string): Promise<Applied> {
  const { desired, lab } = mainOf(scene)
  const how = { desired, lab, now: timeOf(scene), options, ...(only !== undefined && { only }) }
  return carryOut(connectionOf(scene, 'lab-apply'), how)
}

/** `--prune 6 --only alice` */
function optionsIn(words: readonly string[]): PlanOptions & { readonly only?: string } {
  const after = (name: string) => words[words.indexOf(name) + 1] ?? ''
  return {
    ...(words.includes('--init') && { init: true }),
    ...(words.includes('--accept-history') && { acceptHistory: true }),
    ...(words.includes('--prune') && { prune: Number(after('--prune')) }),
    ...(words.includes('--take-back') && { takeBack: after('--take-back') as Key }),
    ...(words.includes('--only') && { only: after('--only') }),
  }
}

function connectionOf({ line, namespace, log }: Scene, user: User): Connection {
  return recorded(line, user, { namespace, log })
}

/** Looked at by somebody whose requests are not the story's. */
function worldOf({ line, namespace }: Scene): Promise<World> {
  return readWorld(recorded(line, 'lab-apply', { namespace, log: [] }))
}

function mainOf({ main, folder }: Scene): Pick<Main, 'desired' | 'lab'> {
  if (main === undefined) throw new Error(`${folder} begins without a commit`)
  return main
}

function totalOf({ main }: Scene): number {
  return main?.lab.caps.lab.gpus ?? 0
}

function timeOf({ hours }: Scene): string {
  return new Date(Date.UTC(2026, 10, 24, 10) + hours * 3_600_000).toISOString().replace('.000Z', 'Z')
}

async function uidWords(scene: Scene): Promise<(text: string) => string> {
  const { objects } = await worldOf(scene)
  const uids = new Map<string, string>(objects.map(({ key, uid }) => [key, uid]))
  return (text) => text.replaceAll(/<uid of ([^>]+)>/g, (_, key: string) => uids.get(key) ?? 'nobody')
}

async function isIn(state: string, key: Key, scene: Scene): Promise<true | undefined> {
  const { objects } = await worldOf(scene)
  const live = objects.find((object) => object.key === key)
  if (live === undefined) return state === 'gone' || undefined
  const { manifest } = live
  const conditions = itemsAt(manifest, 'status', 'conditions').filter((one) => at(one, 'status') === 'True')
  const words = [
    textAt(manifest, 'status', 'phase') ?? '',
    ...conditions.map((one) => textAt(one, 'type') ?? ''),
    ...(at(manifest, 'status', 'ready') === 1 ? ['Running'] : []),
    textAt(manifest, 'status', 'capacity', 'storage') ?? '',
  ]
  return words.includes(state) || undefined
}

function withoutIdentity(manifest: Manifest): Manifest {
  const { status: _status, ...object } = manifest
  const metadata = isObject(manifest['metadata']) ? manifest['metadata'] : {}
  const { uid: _uid, resourceVersion: _version, creationTimestamp: _time, ...rest } = metadata
  return { ...object, metadata: rest }
}
