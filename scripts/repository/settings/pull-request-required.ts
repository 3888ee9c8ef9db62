import { at } from '../../model/at.ts'
import { isObject } from '../../model/json.ts'
import { eitherWay } from '../either-way.ts'
import { exactly } from '../judgements.ts'
import { protectionPath, rulesOf, rulesPath } from '../rules.ts'
import type { Setting } from '../setting.ts'

const wanted = ['pull_request']

/** Nothing reaches main unseen. */
export const pullRequestRequired: Setting = {
  id: 'pull-request-required',
  from: 'simple',
  audited: true,
  looks: (here) => [
    {
      paths: [rulesPath(here), protectionPath(here)],
      judge: (rules, protection) =>
        eitherWay(rules, protection, (ruled, guarded) => {
          const older = isObject(at(guarded, 'required_pull_request_reviews'))
          return exactly(older || rulesOf(ruled, 'pull_request').length > 0 ? wanted : [], wanted)
        }),
    },
  ],
}
