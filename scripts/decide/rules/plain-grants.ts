import { pathsOf } from '../paths-of.ts'
import { reason } from '../reason.ts'
import type { Rule } from './rule.ts'

/** As `/grant` writes it: the pull request, the login, the request. */
const name = /^grants\/[1-9]\d*-[A-Za-z0-9-]+-[a-z0-9][a-z0-9._-]*\.json$/

export const plainGrants: Rule = (facts) =>
  pathsOf(facts).flatMap(({ path, after }) => {
    if (after === undefined) return []
    return [
      ...(after.mode === '100644' ? [] : [reason('refuse', 'not-plain', { path, mode: after.mode })]),
      ...(name.test(path) ? [] : [reason('refuse', 'name-refused', { path })]),
    ]
  })
