import { countAt, textsAt } from '../../model/at.ts'
import { exactly, told } from '../judgements.ts'
import type { Setting } from '../setting.ts'

/**
 * `statuses` is needed to be chosen as the source of a check; `actions` to read environments in a private repository. Never `workflows`:
 * GitHub then refuses that the App merges a changed workflow.
 */
const permissions = {
  actions: 'read',
  checks: 'write',
  contents: 'write',
  issues: 'write',
  metadata: 'read',
  pull_requests: 'write',
  statuses: 'write',
}

/** Read as anybody sees the App: its installation is told to the App alone. */
export const app: Setting = {
  id: 'app',
  from: 'computed',
  looks: ({ lab: { review } }) =>
    review.level === 'simple'
      ? []
      : [
          {
            of: review.app.slug,
            paths: [`/apps/${review.app.slug}`],
            judge: (one) =>
              told([one], (body) =>
                exactly(
                  wordsOf(countAt(body, 'id'), textsAt(body, 'permissions')),
                  wordsOf(review.app.id, permissions),
                ),
              ),
          },
        ],
}

function wordsOf(id: number | undefined, granted: Readonly<Record<string, string>>): readonly string[] {
  return [`id ${id ?? 'unknown'}`, ...Object.entries(granted).map(([name, access]) => `${name}: ${access}`)]
}
