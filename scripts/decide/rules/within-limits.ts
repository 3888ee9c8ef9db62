import { reason } from '../reason.ts'
import type { Rule } from './rule.ts'

/** Caps, images, cards, services, unusual fields: whatever carries `lift` is open until a grant on main covers it. */
export const withinLimits: Rule = ({ findings }) => [
  ...findings.own
    .filter(({ severity, lift }) => severity === 'error' && lift !== undefined)
    .map((finding) => reason('ask', 'finding-open', { finding })),
  ...findings.lifted.map(({ finding, grant: { by, until, pull } }) =>
    reason('grant', 'finding-lifted', { finding, by, until, pull }),
  ),
]
