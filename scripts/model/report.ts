import type { Finding } from './finding.ts'
import type { Grant } from './grant.ts'

/** A finding that a grant in force lifts: it counts for nothing and is still told. */
export interface LiftedFinding {
  readonly finding: Finding
  readonly grant: Grant
}

/** One thing that was judged: a request (`alice/dev`), or a file of existing YAML. */
export interface Judged {
  readonly name: string
  readonly file: string
  /** How many Kubernetes objects it holds. */
  readonly objects: number
}

/** A sum against its limit, both as people read them: `alice`, `GPUs`, `3`, `4`. */
export interface Total {
  readonly party: string
  readonly what: string
  readonly used: string
  readonly limit: string
}

/** What a check has to tell, whatever the format. */
export interface Report {
  /** What `judged` lists. */
  readonly unit: 'request' | 'file'
  readonly judged: readonly Judged[]
  readonly findings: readonly Finding[]
  readonly lifted?: readonly LiftedFinding[]
  readonly totals?: readonly Total[]
}

/** How findings can be printed. */
export const formats = ['text', 'json', 'github', 'sarif', 'junit', 'markdown'] as const

export type Format = (typeof formats)[number]

/** How a plan and the outcome of an apply can be printed. */
export const planFormats = ['text', 'json', 'markdown'] as const

export type PlanFormat = (typeof planFormats)[number]
