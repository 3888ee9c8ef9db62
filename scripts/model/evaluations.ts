import type { HouseEffect } from './card.ts'
import type { Evaluation } from './evaluation.ts'
import type { Commit } from './memory.ts'

/** What the sandbox answered for each request of a folder, by the folder's key: other texts, another key. */
export type Evaluations = ReadonlyMap<string, readonly Evaluation[]>

/** What the job that evaluates hands to the job that judges. `schemas/lab/evaluations.schema.json`. */
export interface HandedOver {
  readonly v: 1
  /** By whose house everything was evaluated. */
  readonly main: Commit
  readonly evaluations: Readonly<Record<string, readonly Evaluation[]>>
  /** What changes of the house would do, by their heads; shown to people, and believed by nobody else. */
  readonly effects: Readonly<Record<Commit, HouseEffect>>
}
