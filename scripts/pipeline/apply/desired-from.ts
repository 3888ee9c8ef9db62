import { desiredOf } from '../../desire/index.ts'
import type { Desired } from '../../model/desired.ts'
import type { Rendered } from '../../model/rendered.ts'
import { requestIn, type RenderedRequest } from './rendered-request.ts'

export interface Standing {
  readonly commit: string
  readonly height: number
  /** By login; who is not in it has a folder that no commit knows yet. */
  readonly folders: ReadonlyMap<string, number>
}

/** What rendered YAML asks for: the bytes that were reviewed are the only truth, whether they were just made or read from a folder. Throws where it is not YAML as we write it. */
export function desiredFrom(rendered: readonly Rendered[], broken: readonly string[], standing: Standing): Desired {
  return desiredBy(rendered.map(soundRequestIn), broken, standing)
}

/** The same of what was read already. */
export function desiredBy(
  requests: readonly RenderedRequest[],
  broken: readonly string[],
  { commit, height, folders }: Standing,
): Desired {
  const heights = new Map(requests.map(({ owner }) => [owner, folders.get(owner) ?? height + 1]))
  return desiredOf({ requests, commit, height, broken, heights })
}

function soundRequestIn(rendered: Rendered): RenderedRequest {
  const request = requestIn(rendered)
  const [first] = request.findings
  if (first !== undefined) throw new Error(`${rendered.file}: ${first.code}`)
  return request
}
