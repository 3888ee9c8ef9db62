import type { Manifest } from '../../../scripts/model/manifest.ts'
import { sitesOf } from './sites.ts'

/** `Definition.field` of every field that some of the manifests has. */
export function usedFields(manifests: Iterable<Manifest>): ReadonlySet<string> {
  const used = new Set<string>()
  for (const manifest of manifests) {
    for (const { field } of sitesOf(manifest)) if (field !== undefined) used.add(field)
  }
  return used
}
