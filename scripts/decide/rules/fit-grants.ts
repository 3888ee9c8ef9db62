import type { Reason } from '../../model/decision.ts'
import type { Facts, GivenGrant } from '../../model/facts.ts'
import { judgesOf } from '../accounts.ts'
import { pathsOf } from '../paths-of.ts'
import { reason } from '../reason.ts'
import type { Rule } from './rule.ts'

/** Every grant that comes has the form of one, counts today, and is not for its author while another admin could give it. */
export const fitGrants: Rule = (facts) => {
  const byFile = new Map(facts.grants.map((given) => [given.file, given]))
  const coming = pathsOf(facts).filter(({ after }) => after !== undefined)
  return coming.flatMap(({ path: file }) => judged(byFile.get(file) ?? { file, findings: [] }, facts))
}

function judged({ file, grant, findings }: GivenGrant, facts: Facts): readonly Reason[] {
  if (grant === undefined) return [reason('refuse', 'grant-unfit', { file, findings })]
  const { login, request, until } = grant
  const given = reason('grant', 'grant-given', { file, login, request, until })
  if (login !== facts.author.login) return [given]
  return judgesOf(facts).includes(login)
    ? [given, reason('grant', 'sole-admin', { login })]
    : [reason('refuse', 'grant-for-author', { file, login })]
}
