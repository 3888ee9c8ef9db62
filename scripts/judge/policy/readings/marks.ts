import { isObject, type Json } from '../../../model/json.ts'
import type { Manifest } from '../../../model/manifest.ts'

/** Labels and annotations of the lab's own begin with this. */
export const labPrefix = 'lab/'

/** One label or annotation. */
export interface Mark {
  readonly key: string
  readonly value: string
}

/** The labels or annotations in some metadata whose keys begin so. */
export function marksOf(metadata: unknown, where: 'labels' | 'annotations', start = ''): readonly Mark[] {
  const marks = isObject(metadata as Json) ? (metadata as { readonly [key: string]: Json })[where] : undefined
  if (!isObject(marks)) return []
  const found: Mark[] = []
  for (const key in marks) {
    const value = marks[key]
    if (typeof value === 'string' && key.startsWith(start)) found.push({ key, value })
  }
  return found
}

/** The annotations of the object itself. */
export function ownAnnotations({ metadata }: Manifest): readonly Mark[] {
  return marksOf(metadata, 'annotations')
}
