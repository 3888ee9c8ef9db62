import type { Fault } from '../model/finding.ts'
import type { Lab } from '../model/lab.ts'
import { accounts } from './lab-rules/accounts.ts'
import { admins } from './lab-rules/admins.ts'
import { caps } from './lab-rules/caps.ts'
import { gpus } from './lab-rules/gpus.ts'
import { images } from './lab-rules/images.ts'
import { prefixes } from './lab-rules/prefixes.ts'
import { priorities } from './lab-rules/priorities.ts'
import { retirements } from './lab-rules/retirements.ts'
import type { LabRule } from './lab-rules/rule.ts'
import { storages } from './lab-rules/storages.ts'

const rules: readonly LabRule[] = [admins, prefixes, accounts, caps, storages, gpus, images, priorities, retirements]

/** What is wrong between the parts of a lab that passed its schema. */
export function judgeLab(lab: Lab): readonly Fault[] {
  return rules.flatMap((rule) => rule(lab))
}
