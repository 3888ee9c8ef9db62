import type { Manifest } from '../model/manifest.ts'
import type { Rendered } from '../model/rendered.ts'
import { requestId, type Request } from '../model/request.ts'
import { headerFor } from './header.ts'
import { inObjectOrder } from './object-order.ts'
import { yamlText } from './yaml-text.ts'

/** A request's manifests as one YAML file for people: the same bytes for the same data, in whatever order it was written. */
export function renderRequest(request: Request, manifests: readonly Manifest[]): Rendered {
  const documents = inObjectOrder(manifests).map((manifest) => `${yamlText(manifest)}\n`)
  return { file: `${requestId(request)}.yaml`, text: `${headerFor(request.file)}\n${documents.join('---\n')}` }
}
