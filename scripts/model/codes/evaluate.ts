/** What the sandbox has to say: code that does not run, does not end, or exports what is no manifest. */
export interface EvaluateCodes extends CodeCodes, ImportCodes, RunningCodes, ExportCodes, ValueCodes {}

/** What people get wrong who rarely write TypeScript. */
export type SyntaxSlip =
  /** Brackets and quotes without their partner. */
  | ('open' | 'extra' | 'quote')
  | ('comma' | 'comma-extra' | 'semicolon' | 'colon' | 'equals')
  /** `16Gi`, `6h`. */
  | 'unquoted'
  | 'prose-quote'
  /** Python's `#`, `f'…'` and `from … import`, and what should stand in braces. */
  | ('comment' | 'python-text' | 'python-import' | 'bare-import' | 'bare-options')

/** What is wrong with a file's code before it runs. */
export interface CodeCodes {
  /** `message`: the reader's own words. `slip`, where it can be recognised, at the `word` that is wrong or before the place. */
  'syntax-error': { message: string; slip?: SyntaxSlip; word?: string }
  /** TypeScript that is more than types and so cannot simply be taken out. */
  'typescript-only': {
    construct: 'enum' | 'namespace' | 'parameter-property' | 'import-equals' | 'export-equals' | 'cast'
  }
  /** So deep or so ambiguous that reading it never ends, or ends the reader. */
  'code-tangled': {}
  /** `export const [a, b] = …`, which the engine does not export. */
  'export-pattern': {}
  /** What would silence TypeScript, or change what it knows of other files. */
  'directive-refused': { directive: 'declare' | '@ts-nocheck' | '@ts-ignore' | '@ts-expect-error' | '///' }
}

/** Why something cannot be imported. */
export type ImportRefusal =
  | 'config'
  | 'templates'
  | 'member'
  | 'outside'
  | 'subfolder'
  | 'not-typescript'
  | 'node'
  | 'url'
  | 'absolute'
  | 'package'

export interface ImportCodes {
  'import-refused': { specifier: string; why: ImportRefusal }
  'import-missing': { specifier: string; near?: string }
  /** `type`: it is there, but as a type. */
  'export-missing': { name: string; from: string; near?: string; type?: true }
}

/** Why something known elsewhere does not exist in a request. */
export type Absence =
  | 'machine'
  | 'network'
  | 'print'
  | 'clock'
  | 'timer'
  | 'chance'
  | 'code'
  | 'locale'
  | 'browser'
  | 'engine'

/** What happened while it ran. */
export interface RunningCodes {
  threw: { message: string }
  /** `assigned`: it was given a value, as Python names an argument. */
  'name-unknown': { name: string; near?: string; assigned?: true }
  'name-absent': { name: string; why: Absence }
  'name-too-early': { name: string }
  'out-of-steps': { limit: number }
  /** Bytes. */
  'out-of-memory': { limit: number }
  'out-of-stack': {}
  'out-of-promises': { limit: number }
  'await-endless': {}
  'took-too-long': { seconds: number }
}

/** What was exported in place of a manifest. */
export type ExportGot =
  | ('text' | 'number' | 'truth' | 'nothing' | 'function' | 'promise' | 'symbol')
  | ('disk' | 'list-in-list' | 'object' | 'instance')

export interface ExportCodes {
  'request-empty': {}
  'export-not-manifest': { got: ExportGot }
  /** `first`: the other export. */
  'exported-twice': { first: string }
  're-exported': {}
  'not-exported': { template: string }
  'exports-too-many': { count: number; limit: number }
  'objects-too-many': { limit: number }
  /** Characters of JSON. */
  'output-too-large': { limit: number }
}

/** What cannot be written down as data. */
export type NotData =
  | ('function' | 'symbol' | 'bigint' | 'NaN' | 'Infinity' | '-Infinity' | '-0' | 'undefined')
  | ('getter' | 'hidden' | 'symbol-key' | 'proto-key' | 'list-property')

/** The property that holds the value, `spec.containers[0].image`; none for the manifest as a whole. */
interface At {
  at?: string
}

export interface ValueCodes {
  'value-not-data': At & { got: NotData }
  /** An instance of a class; `class` as far as it can be read. */
  'value-instance': At & { class: string }
  'value-cyclic': At
  'value-too-deep': At & { limit: number }
  'list-hole': At
  /** Half of a pair of UTF-16 units. */
  'text-broken': At
}
