import type { ChangeKind } from '../model/decision.ts'
import { adminApproves } from './rules/admin-approves.ts'
import { boundAccount } from './rules/bound-account.ts'
import { changesSomething } from './rules/changes-something.ts'
import { checkPassed } from './rules/check-passed.ts'
import { fitGrants } from './rules/fit-grants.ts'
import { givenByAuthor } from './rules/given-by-author.ts'
import { onRoster } from './rules/on-roster.ts'
import { oneArea } from './rules/one-area.ts'
import { othersUnharmed } from './rules/others-unharmed.ts'
import { ownFolder } from './rules/own-folder.ts'
import { plainGrants } from './rules/plain-grants.ts'
import { plainHouse } from './rules/plain-house.ts'
import { plainRequests } from './rules/plain-requests.ts'
import { readable } from './rules/readable.ts'
import type { Rule } from './rules/rule.ts'
import { smallRequest } from './rules/small-request.ts'
import { soundRequests } from './rules/sound-requests.ts'
import { withinLimits } from './rules/within-limits.ts'

/** The laws over each kind of change. A kind without a rule that can say yes is refused whatever else is true. */
export const rulesOf: Readonly<Record<ChangeKind, readonly Rule[]>> = {
  stranger: [onRoster],
  unreadable: [readable],
  empty: [changesSomething],
  mixed: [oneArea],
  foreign: [ownFolder],
  requests: [
    onRoster,
    boundAccount,
    ownFolder,
    plainRequests,
    soundRequests,
    withinLimits,
    othersUnharmed,
    smallRequest,
  ],
  removal: [onRoster, adminApproves],
  grants: [onRoster, plainGrants, givenByAuthor, fitGrants],
  house: [onRoster, plainHouse, checkPassed, adminApproves],
}
