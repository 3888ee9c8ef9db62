import { at, itemsAt } from '../../model/at.ts'
import type { JsonObject } from '../../model/json.ts'
import { exactly, told } from '../judgements.ts'
import { rulesOf, rulesPath } from '../rules.ts'
import type { Setting } from '../setting.ts'

const methods = ['merge', 'squash', 'rebase']
const stale = 'dismiss_stale_reviews_on_push'

/** A record stands in a merge commit, and an approval is of one head. */
export const mergeRules: Setting = {
  id: 'merge-rules',
  from: 'computed',
  audited: true,
  looks: (here) => [
    {
      paths: [rulesPath(here)],
      judge: (rules) =>
        told([rules], (body) => {
          const required = rulesOf(body, 'pull_request')
          const dismisses = required.some((rule) => at(rule, 'parameters', stale) === true)
          const allowed = methods.filter((method) => required.every((rule) => allowedIn(rule).includes(method)))
          return exactly([...allowed, ...(dismisses ? [stale] : [])], ['merge', stale])
        }),
    },
  ],
}

/** A rule that names none allows all. */
function allowedIn(rule: JsonObject): readonly unknown[] {
  const named = itemsAt(rule, 'parameters', 'allowed_merge_methods')
  return named.length === 0 ? methods : named
}
