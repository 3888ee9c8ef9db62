import type { JsonObject } from './json.ts'
import type { Hold, Operation, Refusal, Step } from './plan.ts'
import type { Key } from './object-key.ts'

/** What became of a step: the operation in the past tense, or one of three that only doing can bring. */
export type Ending =
  | 'created'
  | 'updated'
  | 'launched'
  | 'replaced'
  | 'kept'
  | 'held'
  | 'recorded'
  | 'stopped'
  | 'deleted'
  | 'released'
  | 'retired'
  | 'adopted'
  | 'forgotten'
  | 'refused'
  /** The cluster said no. */
  | 'failed'
  /** Not tried: what it needs failed, or the apply stopped. */
  | 'skipped'
  /** No answer; the next apply finds out. */
  | 'interrupted'

export const endingOf: Readonly<Record<Operation, Ending>> = {
  create: 'created',
  update: 'updated',
  launch: 'launched',
  replace: 'replaced',
  keep: 'kept',
  hold: 'held',
  record: 'recorded',
  stop: 'stopped',
  delete: 'deleted',
  release: 'released',
  retire: 'retired',
  adopt: 'adopted',
  forget: 'forgotten',
  refuse: 'refused',
}

/** What is in the cluster now; a sentence is made of it. */
export type Left = 'nothing' | 'as-it-was' | 'as-written' | 'closed' | 'running' | 'going' | 'kept-disk' | 'unknown'

export interface Outcome {
  readonly key: Key
  readonly member: string
  readonly ending: Ending
  readonly step: Step
  readonly left: Left
  readonly hold?: Hold
  readonly refusal?: Refusal
  /** The server's own words, foreign text. */
  readonly message?: string
  readonly args: JsonObject
  /** Whose fault a failure is: the request's, or ours. */
  readonly fault?: 'request' | 'ours'
}
