import { reason } from '../reason.ts'
import type { Rule } from './rule.ts'

/** The rule that says yes where no other says anything. */
export const smallRequest: Rule = () => [reason('allow', 'small-request', {})]
