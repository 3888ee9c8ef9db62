import { at } from '../../model/at.ts'
import { canonicalJson } from '../../model/canonical-json.ts'
import type { Json } from '../../model/json.ts'
import { kindOf, type Manifest } from '../../model/manifest.ts'

/** The field that a standing object cannot change in place, if it has to (`apply.md` 4, each tried on a server). */
export function replacingField(live: Manifest, wanted: Manifest): string | undefined {
  const field = fields[kindOf(wanted)]
  return field?.forces(live, wanted) === true ? field.name : undefined
}

interface Field {
  readonly name: string
  readonly forces: (live: Manifest, wanted: Manifest) => boolean
}

const fields: Readonly<Record<string, Field>> = {
  /** Between no address and one. */
  Service: { name: 'spec.clusterIP', forces: (live, wanted) => isHeadless(live) !== isHeadless(wanted) },
  Deployment: { name: 'spec.selector', forces: (live, wanted) => text(live, 'selector') !== text(wanted, 'selector') },
  /** Nothing of it changes any more. */
  ConfigMap: { name: 'immutable', forces: (live) => live['immutable'] === true },
}

function isHeadless(service: Manifest): boolean {
  return at(service, 'spec', 'clusterIP') === 'None'
}

function text(manifest: Manifest, field: string): string {
  const value: Json = at(manifest, 'spec', field) ?? null
  return canonicalJson(value)
}
