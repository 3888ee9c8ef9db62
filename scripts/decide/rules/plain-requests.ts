import { isRequestName } from '../../model/entry-fault.ts'
import { pathsOf } from '../paths-of.ts'
import { reason } from '../reason.ts'
import type { Rule } from './rule.ts'

/** What comes into a member's folder is a plain file with the name of a request: no link, no program, no folder, no other repository. */
export const plainRequests: Rule = (facts) =>
  pathsOf(facts).flatMap(({ path, after }) => {
    if (after === undefined) return []
    const [, , name = '', ...deeper] = path.split('/')
    return [
      ...(after.mode === '100644' ? [] : [reason('refuse', 'not-plain', { path, mode: after.mode })]),
      ...(deeper.length === 0 && isRequestName(name) ? [] : [reason('refuse', 'name-refused', { path })]),
    ]
  })
