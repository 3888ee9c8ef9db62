import type { Furnished, Sandbox } from '../evaluate/index.ts'
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
  /** Absent where nothing may be evaluated: then each folder comes with its evaluations. */
  readonly furnished?: Furnished
  /** In its place: templates that nobody trusts yet, which the thread itself prepares, so that it can be ended. */
  readonly templates?: Readonly<Record<string, string>>
  /** The day in the lab's time zone, `2026-11-24`. */
  readonly today: string
  readonly render: boolean
}

/** A folder, and what the sandbox answered for its requests, where that is known already. */
export interface FolderItem {
  readonly folder: Folder
  readonly evaluations?: readonly Evaluation[]
}

/** Judges one folder after the other in one warmed sandbox. `tick` is called before each request. */
export type FolderJudge = (item: FolderItem, tick: () => void) => JudgedFolder

export async function createFolderJudge(options: FolderJudgeOptions): Promise<FolderJudge> {
  const evaluate = await evaluatorFor(options)
  const judgePolicy = createPolicy(options.lab, options.today)
  const judgeManifest: ManifestJudge = (object, request) => {
    const shape = judgeSchema(object.manifest)
    if (shape.length > 0) return shape
    const heard = withoutNulls(object.manifest)
    return [...judgeApi(heard), ...judgePolicy(heard, request)]
  }
  const renderRequest = options.render ? (await import('../render/index.ts')).renderRequest : undefined
  return (item, tick) => judgeFolder(item, tick, { evaluate, judgeManifest, renderRequest })
}

/** The sandbox, or nothing that runs what members wrote. */
async function evaluatorFor({ lab, furnished, templates }: FolderJudgeOptions): Promise<Tools['evaluate']> {
  if (furnished === undefined && templates === undefined) return notEvaluated
  const { furnish, openSandbox } = await import('../evaluate/index.ts')
  const sandbox = await openSandbox(furnished ?? furnish({ lab, templates: new Map(Object.entries(templates ?? {})) }))
  return (folder, request) => sandbox.evaluate(folder, request, { prefix: prefixOf(lab, folder.owner) })
}

function notEvaluated(_: Folder, { file }: Request): never {
  throw new Error(`${file} was not evaluated`)
}

type ManifestJudge = (object: Evaluated, request: Request) => readonly Fault[]

interface Tools {
  readonly evaluate: (folder: Folder, request: Request) => ReturnType<Sandbox['evaluate']>
  readonly judgeManifest: ManifestJudge
  readonly renderRequest: ((request: Request, manifests: readonly Manifest[]) => Rendered) | undefined
}

function judgeFolder({ folder, evaluations: known }: FolderItem, tick: () => void, tools: Tools): JudgedFolder {
  const locate = locatorOf(folder.sources)
  const evaluations = requestsOf(folder).map((request, index) => {
    tick()
    const told = known?.[index]
    return told === undefined ? tools.evaluate(folder, request) : about(request, told)
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

/** Threat: whoever escaped the sandbox may have written this. Whose request it is, is not theirs to say. */
function about(request: Request, { objects, calls, findings }: Evaluation): Evaluation {
  return { request, objects, calls, findings: findings.map((one) => ({ ...one, request: requestId(request) })) }
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
