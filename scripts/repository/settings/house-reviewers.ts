import { countAt, itemsAt } from '../../model/at.ts'
import { exactly, told } from '../judgements.ts'
import { rulesOf, rulesPath } from '../rules.ts'
import type { Setting } from '../setting.ts'

/** A second lock on the house, beside `decide`: only organizations have it. */
export const houseReviewers: Setting = {
  id: 'house-reviewers',
  from: 'computed',
  looks: (here) =>
    here.isOrganization
      ? [
          {
            paths: [rulesPath(here)],
            judge: (rules) =>
              told([rules], (body) => {
                const required = rulesOf(body, 'pull_request').flatMap((rule) =>
                  itemsAt(rule, 'parameters', 'required_reviewers'),
                )
                const gating = required.filter((one) => (countAt(one, 'minimum_approvals') ?? 0) > 0)
                const patterns = gating.flatMap((one) => itemsAt(one, 'file_patterns').map(String))
                return exactly(patterns, ['*', '!users/**', '!grants/**'])
              }),
          },
        ]
      : [],
}
