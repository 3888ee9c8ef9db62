import { pathsOf } from '../paths-of.ts'
import { reason } from '../reason.ts'
import type { Rule } from './rule.ts'

/** Main has it all already. */
export const changesSomething: Rule = (facts) =>
  pathsOf(facts).length === 0 ? [reason('refuse', 'nothing-changes', {})] : []
