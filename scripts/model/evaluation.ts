import type { Fault, Finding } from './finding.ts'
import type { Manifest } from './manifest.ts'
import type { Request } from './request.ts'

/** Line and column count from 1. */
export interface Position {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Where a manifest came from, as far as the sandbox told: enough to find the member's line, never a reason to trust. */
export interface Origin {
  /** The file that exports it. */
  readonly file: string
  /** The export's name, `default` included; an element of an exported list has its index. */
  readonly export: string
  readonly index?: number
  /** The template that made it, and the opening parenthesis of its call in the member's file. */
  readonly template?: string
  readonly call?: Position
}

export interface Evaluated {
  readonly manifest: Manifest
  readonly origin: Origin
}

/** A fault about the arguments of a template call: `path` starts with the argument's index. */
export interface CallFault {
  readonly fault: Fault
  readonly template: string
  readonly call: Position
}

/** What came out of the sandbox for one request. */
export interface Evaluation {
  readonly request: Request
  readonly objects: readonly Evaluated[]
  readonly calls: readonly CallFault[]
  /** What the evaluator itself has to say, already in place: syntax, throws, limits, exports that are no manifests. */
  readonly findings: readonly Finding[]
}
