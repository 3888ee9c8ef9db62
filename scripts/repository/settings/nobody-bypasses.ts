import { at, itemsAt, textAt } from '../../model/at.ts'
import { isObject, type Json } from '../../model/json.ts'
import { exactly, told } from '../judgements.ts'
import type { Setting } from '../setting.ts'

/** GitHub's number for the role of a repository's admins. */
const admin = 5

/** A bypass on pull requests is an admin's emergency exit, and is seen there; any other way past a ruleset is seen by nobody. */
export const nobodyBypasses: Setting = {
  id: 'nobody-bypasses',
  from: 'computed',
  looks: ({ path, rulesets }) =>
    rulesets.map((id) => ({
      of: `ruleset ${id}`,
      paths: [`${path}/rulesets/${id}`],
      judge: (ruleset) =>
        told([ruleset], (body) => {
          // GitHub leaves the list out for those who may not edit it.
          if (!isObject(body) || !Array.isArray(body['bypass_actors']))
            return { is: 'unreadable', status: ruleset.status }
          return exactly(itemsAt(body, 'bypass_actors').filter(isTooMuch).map(nameOf), [])
        }),
    })),
}

function isTooMuch(actor: Json): boolean {
  const type = textAt(actor, 'actor_type')
  const isAdmin = type === 'OrganizationAdmin' || (type === 'RepositoryRole' && at(actor, 'actor_id') === admin)
  return !isAdmin || textAt(actor, 'bypass_mode') !== 'pull_request'
}

function nameOf(actor: Json): string {
  const number = at(actor, 'actor_id')
  const who = [textAt(actor, 'actor_type') ?? '', ...(typeof number === 'number' ? [number] : [])].join(' ')
  return `${who}: ${textAt(actor, 'bypass_mode') ?? 'always'}`
}
