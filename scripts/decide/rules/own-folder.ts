import { areaOf } from '../../model/change.ts'
import { pathsOf } from '../paths-of.ts'
import { reason } from '../reason.ts'
import type { Rule } from './rule.ts'

/** Every path is in the author's own folder; what was renamed into it is gone from another. */
export const ownFolder: Rule = (facts) => {
  const areas = pathsOf(facts).map(({ path }) => ({ path, ...areaOf(path) }))
  const stray = areas.flatMap(({ area, path }) => (area === 'stray' ? [reason('refuse', 'path-stray', { path })] : []))
  const owners = areas.flatMap((one) => ('owner' in one && one.owner !== facts.author.login ? [one.owner] : []))
  const foreign = [...new Set(owners)].map((owner) => {
    const paths = owners.filter((one) => one === owner).length
    return reason('refuse', 'folder-foreign', { owner, paths })
  })
  return [...foreign, ...stray]
}
