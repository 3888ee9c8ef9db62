import type { Fault } from '../model/finding.ts'
import type { Grant } from '../model/grant.ts'
import type { Day, Lab } from '../model/lab.ts'
import { givenByAdmin } from './grant-rules/given-by-admin.ts'
import { inItsPlace } from './grant-rules/in-its-place.ts'
import { notTooLong } from './grant-rules/not-too-long.ts'
import { notForOneself } from './grant-rules/not-for-oneself.ts'
import { forMember } from './grant-rules/for-member.ts'
import type { GrantRule } from './grant-rules/rule.ts'

const rules: readonly GrantRule[] = [inItsPlace, forMember, givenByAdmin, notForOneself, notTooLong]

/** What is wrong with a grant that passed its schema, in the lab of today. */
export function judgeGrant(grant: Grant, file: string, lab: Lab, today: Day): readonly Fault[] {
  return rules.flatMap((rule) => rule(grant, { file, lab, today }))
}
