import { desiredOf } from '../desire/index.ts'
import type { Desired } from '../model/desired.ts'
import type { Rendered } from '../model/rendered.ts'
import { readManifests } from '../read/index.ts'

export interface Standing {
  readonly commit: string
  readonly height: number
  /** By login; who is not in it has a folder that no commit knows yet. */
  readonly folders: ReadonlyMap<string, number>
}

/** What rendered YAML asks for: the bytes that were reviewed are the only truth, whether they were just made or read from a folder. Throws where it is not YAML as we write it. */
export function desiredFrom(rendered: readonly Rendered[], broken: readonly string[], standing: Standing): Desired {
  const { commit, height, folders } = standing
  const requests = rendered.map(requestIn)
  const heights = new Map(requests.map(({ owner }) => [owner, folders.get(owner) ?? height + 1]))
  return desiredOf({ requests, commit, height, broken, heights })
}

function requestIn({ file, text }: Rendered) {
  const { documents, findings } = readManifests(text, file)
  const [first] = findings
  if (first !== undefined) throw new Error(`${file}: ${first.code}`)
  const request = file.replace(/\.yaml$/, '')
  const [owner = ''] = request.split('/')
  return { owner, request, file: `users/${request}.ts`, manifests: documents.map(({ manifest }) => manifest) }
}
