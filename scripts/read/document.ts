import type { Finding, Place } from '../model/finding.ts'
import type { Path } from '../model/json.ts'
import type { Manifest } from '../model/manifest.ts'

/** One Kubernetes object, and where its parts are written. */
export interface Document {
  readonly manifest: Manifest
  /**
   * Where `path` is written, or the nearest thing above it that is. Without `what` the value where it is one text or number, and else its name, which
   * says more than the first character of a list.
   */
  readonly place: (path: Path, what?: 'key' | 'value') => Place
}

export interface ReadFile {
  readonly documents: readonly Document[]
  readonly findings: readonly Finding[]
}

/** A text with the name by which people know it. */
export interface Source {
  readonly file: string
  readonly text: string
}
