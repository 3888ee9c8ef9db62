import { openSandbox, type Furnished, type Sandbox } from '../evaluate/index.ts'
import { judgeApi } from '../judge/api/index.ts'
import { footprintOf } from '../judge/lab/index.ts'
import { createPolicy } from '../judge/policy/index.ts'
import { judgeSchema, withoutNulls } from '../judge/schema/index.ts'
import { aimOf, type Locator } from '../locate/index.ts'
import type { Evaluated, Evaluation } from '../model/evaluation.ts'
import type { Fault, Finding } from '../model/finding.ts'
import { prefixOf, type Lab } from '../model/lab.ts'
import { objectId, type Manifest } from '../model/manifest.ts'
import type { Rendered } from '../model/rendered.ts'
import { requestId, requestsOf, type Folder, type Request } from '../model/request.ts'
import type { JudgedFolder } from './judged.ts'
import { locatorOf } from './locator-of.ts'
import { placed } from './place.ts'

/** What folders are judged by. JSON, for it goes to workers. */
export interface FolderJudgeOptions {
  readonly lab: Lab
  readonly furnished: Furnished
  /** The day in the lab's time zone, `2026-11-24`. */
  readonly today: string
  readonly render: boolean
}

/** Judges one folder after the other in one warmed sandbox. `tick` is called before each request. */
export type FolderJudge = (folder: Folder, tick: () => void) => JudgedFolder

export async function createFolderJudge(options: FolderJudgeOptions): Promise<FolderJudge> {
  const sandbox = await openSandbox(options.furnished)
  const judgePolicy = createPolicy(options.lab, options.today)
  const judgeManifest: ManifestJudge = (object, request) => {
    const shape = judgeSchema(object.manifest)
    if (shape.length > 0) return shape
    const heard = withoutNulls(object.manifest)
    return [...judgeApi(heard), ...judgePolicy(heard, request)]
  }
  const renderRequest = options.render ? (await import('../render/index.ts')).renderRequest : undefined
  return (folder, tick) => judgeFolder(folder, tick, { lab: options.lab, sandbox, judgeManifest, renderRequest })
}

type ManifestJudge = (object: Evaluated, request: Request) => readonly Fault[]

interface Tools {
  readonly lab: Lab
  readonly sandbox: Sandbox
  readonly judgeManifest: ManifestJudge
  readonly renderRequest: ((request: Request, manifests: readonly Manifest[]) => Rendered) | undefined
}

function judgeFolder(folder: Folder, tick: () => void, tools: Tools): JudgedFolder {
  const locate = locatorOf(folder.sources)
  const evaluations = requestsOf(folder).map((request) => {
    tick()
    return tools.sandbox.evaluate(folder, request, { prefix: prefixOf(tools.lab, folder.owner) })
  })
  return {
    owner: folder.owner,
    findings: onceEach(evaluations.flatMap((evaluation) => findingsOf(evaluation, locate, tools))),
    footprints: evaluations.map(({ request, objects }) => footprintOf(request, objects)),
    rendered: evaluations.flatMap(({ request, objects }) => {
      const manifests = objects.map(({ manifest }) => manifest)
      return tools.renderRequest === undefined ? [] : [tools.renderRequest(request, manifests)]
    }),
  }
}

/** A broken helper is found by each request that imports it, and is to be mended once. */
function onceEach(findings: readonly Finding[]): readonly Finding[] {
  const byPlace = new Map<string, Finding>()
  for (const one of findings) {
    const key = JSON.stringify([one.code, one.args, one.place, one.object, one.path])
    if (!byPlace.has(key)) byPlace.set(key, one)
  }
  return [...byPlace.values()]
}

function findingsOf(evaluation: Evaluation, locate: Locator, tools: Tools): readonly Finding[] {
  const request = requestId(evaluation.request)
  const calls = evaluation.calls.map(({ fault, call }) => {
    const place = locate({ kind: 'call', call, path: fault.path, aim: aimOf(fault.code) })
    return placed(fault, place, { request })
  })
  const objects = evaluation.objects.flatMap((evaluated) =>
    tools.judgeManifest(evaluated, evaluation.request).map((fault) => {
      const place = locate({ kind: 'manifest', origin: evaluated.origin, path: fault.path, aim: aimOf(fault.code) })
      return placed(fault, place, { request, object: objectId(evaluated.manifest) })
    }),
  )
  return [...evaluation.findings, ...calls, ...objects]
}
