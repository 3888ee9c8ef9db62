import type { ExportGot, NotData } from '../../model/codes/evaluate.ts'
import type { Path } from '../../model/json.ts'
import type { Manifest } from '../../model/manifest.ts'

/** What the inside of the sandbox tells the outside: plain data as JSON text. */
export interface Told {
  readonly objects: readonly ToldObject[]
  readonly faults: readonly ToldFault[]
  readonly calls: readonly ToldCall[]
}

/** Which export, which element of it if it is a list, and the number of the template call that made it, if one did. */
export interface Root {
  readonly export: string
  readonly index?: number
  readonly call?: number
}

export interface ToldObject {
  readonly root: Root
  readonly manifest: Manifest
}

/** What is wrong with a value: `path` from the manifest's root. */
export type ValueFault = { readonly path: Path } & (
  | { readonly code: 'value-not-data'; readonly args: { readonly got: NotData } }
  | { readonly code: 'value-instance'; readonly args: { readonly class: string } }
  | { readonly code: 'value-too-deep' | 'output-too-large'; readonly args: { readonly limit: number } }
  | { readonly code: 'value-cyclic' | 'list-hole' | 'text-broken'; readonly args: {} }
)

/** What is wrong with an export. */
export type ExportFault = { readonly path: Path } & (
  | { readonly code: 'export-not-manifest'; readonly args: { readonly got: ExportGot } }
  | { readonly code: 'exported-twice'; readonly args: { readonly first: string } }
  | { readonly code: 're-exported'; readonly args: {} }
  | { readonly code: 'objects-too-many'; readonly args: { readonly limit: number } }
  | { readonly code: 'exports-too-many'; readonly args: { readonly count: number; readonly limit: number } }
)

export type ToldFault = Root & (ValueFault | ExportFault)

/** A call of a template. `faults` is JSON text of whatever the call's object held by then. */
export interface ToldCall {
  readonly template: string
  readonly stack: string
  readonly faults: string
  readonly exported: boolean
}

export interface Thrown {
  readonly name: string
  readonly message: string
  readonly stack: string
}

export interface ReadLimits {
  readonly exports: number
  readonly objects: number
  readonly depth: number
  readonly output: number
}
