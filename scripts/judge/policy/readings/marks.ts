import { isObject, type Json, type Path } from '../../../model/json.ts'
import type { Manifest } from '../../../model/manifest.ts'

/** Labels and annotations of the lab's own begin with this. */
export const labPrefix = 'lab/'

/** One label or annotation and where it stands. */
export interface Mark {
  readonly key: string
  readonly value: string
  readonly path: Path
}

/** The labels or annotations of the object whose metadata stands at `path`. */
export function marksOf(metadata: unknown, where: 'labels' | 'annotations', path: Path): readonly Mark[] {
  const marks = isObject(metadata as Json) ? (metadata as { readonly [key: string]: Json })[where] : undefined
  if (!isObject(marks)) return []
  return Object.entries(marks).flatMap(([key, value]) =>
    typeof value === 'string' ? [{ key, value, path: [...path, where, key] }] : [],
  )
}

/** Labels or annotations of the object itself. */
export function ownMarks(manifest: Manifest, where: 'labels' | 'annotations'): readonly Mark[] {
  return marksOf(manifest['metadata'], where, ['metadata'])
}
