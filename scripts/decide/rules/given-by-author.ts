import { areaOf } from '../../model/change.ts'
import { isAdmin } from '../accounts.ts'
import { pathsOf } from '../paths-of.ts'
import { reason } from '../reason.ts'
import type { Rule } from './rule.ts'

/** Grants are given and withdrawn by admins, each in their own name. */
export const givenByAuthor: Rule = (facts) => {
  const { author, grants } = facts
  if (!isAdmin(facts)) return [reason('refuse', 'grants-not-by-admin', { login: author.login })]
  const others = grants.flatMap(({ file, grant }) =>
    grant === undefined || (grant.by === author.login && grant.byId === author.id)
      ? []
      : [reason('refuse', 'grant-in-anothers-name', { file, by: grant.by })],
  )
  const withdrawn = pathsOf(facts).filter(({ path, after }) => after === undefined && areaOf(path).area === 'grants')
  return [...others, ...withdrawn.map(({ path }) => reason('grant', 'grant-withdrawn', { file: path }))]
}
