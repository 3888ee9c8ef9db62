/**
 * What readers of YAML understand differently: a colon that touches a bracket or a comma; an object that begins on the line of its name; one half of a
 * character; an empty line after a backslash.
 */
export type UnclearPart = 'colon' | 'object' | 'half' | 'backslash'

/** What is wrong with YAML or JSON before anybody looks for Kubernetes objects in it. Texts are cut short. */
export interface ReadCodes {
  /** Not one object: nothing, comments, empty lists. */
  'no-object': {}
  /** Characters. */
  'yaml-too-large': { size: number; limit: number }
  'yaml-too-deep': { limit: number }
  /** `reason`: the parser's own words. */
  'yaml-syntax': { reason: string }
  'yaml-tab': {}
  /** Something stands beside the `---` that begins a document. */
  'yaml-separator': {}
  /** A second object without a `---` of its own: kubectl would not hear of it, or of the first. */
  'yaml-second-document': {}
  'yaml-tag': { tag: string }
  'yaml-alias-unknown': { alias: string }
  'yaml-alias-bomb': { limit: number }
  'yaml-merge': {}
  /** `line`: where the name stands first. */
  'yaml-key-twice': { key: string; line: number }
  /** A name that Kubernetes reads otherwise than it is written; without `heard`, in no way at all. */
  'yaml-key': { key: string; heard?: string }
  'yaml-key-kind': { kind: 'list' | 'object' | 'alias' }
  'yaml-number': { text: string }
  /** `U+2028`: some readers take it for the end of a line and others do not, or no text can hold it. */
  'yaml-character': { character: string }
  'yaml-unclear': { part: UnclearPart }
  'document-not-object': { got: string }
}
