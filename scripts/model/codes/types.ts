/** What TypeScript says. */
export interface TypeCodes {
  /** `message`: the first line, shortened. `option`: the property's name, where it is one that is wrong. */
  'type-error': { ts: number; message: string; option?: string }
  /** It did not come to an end on this member's files, whose types are unchecked then. */
  'types-timeout': { seconds: number }
  'types-too-large': { what: 'memory' | 'messages' }
  /** It could not run at all, or our own types are wrong: never the member's fault. */
  'types-unavailable': { why: string }
}
