import type { ApiCodes } from './codes/api.ts'
import type { EvaluateCodes } from './codes/evaluate.ts'
import type { FileCodes } from './codes/files.ts'
import type { HouseCodes } from './codes/house.ts'
import type { LabCodes } from './codes/lab.ts'
import type { OptionCodes } from './codes/options.ts'
import type { PolicyCodes } from './codes/policy.ts'
import type { ReadCodes } from './codes/read.ts'
import type { SchemaCodes } from './codes/schema.ts'
import type { TypeCodes } from './codes/types.ts'
import type { Path } from './json.ts'

/** Everything the program can ever say about a request: each code with its evidence. Sentences are made in `report/sentences/`. */
export interface Codes
  extends
    FileCodes,
    TypeCodes,
    EvaluateCodes,
    OptionCodes,
    ReadCodes,
    SchemaCodes,
    ApiCodes,
    PolicyCodes,
    LabCodes,
    HouseCodes {}

export type Code = keyof Codes

/** `error`: it may not pass. `warning`: it passes, somebody should look. `notice`: good to know. */
export type Severity = 'error' | 'warning' | 'notice'

/** Who says no: the API server, the cluster's operators, or the lab; with page and day where it was read. */
export interface Law {
  readonly by: 'Kubernetes' | 'NRP' | 'lab'
  readonly asOf?: string
  readonly source?: string
}

/** A code with its evidence. `C` ranges over unions, so that `code` tells the type of `args`. */
export type Said<C extends Code = Code> = { [K in C]: { readonly code: K; readonly args: Codes[K] } }[C]

/** What a rule found in one manifest, or a template in its arguments: a path there, no file, no owner. */
export type Fault<C extends Code = Code> = Said<C> & {
  readonly path: Path
  readonly severity: Severity
  readonly law?: Law
  /** Present where an admin's grant can lift it: the value that the grant must cover. */
  readonly lift?: number | string
}

/** Optional parts of a fault. */
export type FaultDetails = Partial<Pick<Fault, 'severity' | 'law' | 'lift'>>

/** A fault at `path`; an error unless `details` says otherwise. */
export function fault<C extends Code>(code: C, args: Codes[C], path: Path, details: FaultDetails = {}): Fault<C> {
  return { code, args, path, severity: 'error', ...details } as unknown as Fault<C>
}

/** A place in a file; lines and columns count from 1, columns in UTF-16 units as editors do. `endColumn` is one past the last. */
export interface Place {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly endLine?: number
  readonly endColumn?: number
}

/** A fault with its place in what a person wrote. */
export type Finding<C extends Code = Code> = Said<C> & {
  readonly severity: Severity
  readonly place: Place
  /** The request it belongs to, `alice/dev`. */
  readonly request?: string
  /** `Pod/alice-dev` and the path in that manifest, as text. */
  readonly object?: string
  readonly path?: string
  readonly law?: Law
  readonly lift?: number | string
  /** A grant for it that ended; the finding stands. */
  readonly expired?: { readonly by: string; readonly until: string }
}

export type FindingDetails = Partial<Omit<Finding, 'code' | 'args' | 'place'>>

/** A finding at `place`; an error unless `details` says otherwise. */
export function finding<C extends Code>(
  code: C,
  args: Codes[C],
  place: Place,
  details: FindingDetails = {},
): Finding<C> {
  return { code, args, place, severity: 'error', ...details } as unknown as Finding<C>
}
