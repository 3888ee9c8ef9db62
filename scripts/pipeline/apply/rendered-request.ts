import type { Finding } from '../../model/finding.ts'
import type { Manifest } from '../../model/manifest.ts'
import type { Rendered } from '../../model/rendered.ts'
import { readManifests } from '../../read/index.ts'

/** One rendered file, read once for all who look at it. */
export interface RenderedRequest {
  readonly owner: string
  /** `alice/dev` and `users/alice/dev.ts`. */
  readonly request: string
  readonly file: string
  readonly manifests: readonly Manifest[]
  /** Why it is not YAML as we write it. */
  readonly findings: readonly Finding[]
}

export function requestIn({ file, text }: Rendered): RenderedRequest {
  const { documents, findings } = readManifests(text, file)
  const request = file.replace(/\.yaml$/, '')
  const [owner = ''] = request.split('/')
  return { owner, request, file: `users/${request}.ts`, manifests: documents.map(({ manifest }) => manifest), findings }
}
