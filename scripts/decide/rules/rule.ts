import type { Reason } from '../../model/decision.ts'
import type { Facts } from '../../model/facts.ts'

/** A law over one change. It may assume that the rules before it in the table of its kind had nothing against the change. */
export type Rule = (facts: Facts) => readonly Reason[]
