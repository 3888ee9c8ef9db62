import type { Manifest } from '../../model/manifest.ts'
import type { Rendered } from '../../model/rendered.ts'
import { readManifests } from '../../read/index.ts'

/** The objects of a request as its YAML has them; none where it makes none. */
export function manifestsIn({ file, text }: Rendered): readonly Manifest[] {
  return readManifests(text, file).documents.map(({ manifest }) => manifest)
}

/** Rendered requests by their names: `alice/dev`. */
export function byRequest(rendered: readonly Rendered[]): ReadonlyMap<string, Rendered> {
  return new Map(rendered.map((one) => [one.file.replace(/\.yaml$/, ''), one]))
}
