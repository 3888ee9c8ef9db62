import { isOurs } from '../../model/blame.ts'
import { reason } from '../reason.ts'
import type { Rule } from './rule.ts'

/** What is new in the author's requests has no fault that nobody can lift. */
export const soundRequests: Rule = ({ findings }) =>
  findings.own
    .filter(({ severity, lift }) => severity === 'error' && lift === undefined)
    .map((finding) =>
      isOurs(finding)
        ? reason('unknown', 'finding-unknown', { finding })
        : reason('refuse', 'finding-refused', { finding }),
    )
