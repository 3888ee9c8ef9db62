import { textAt } from '../model/at.ts'
import type { Json } from '../model/json.ts'
import type { Answer, Judgement } from '../model/settings.ts'
import { bodyOf, untold } from './judgements.ts'

/**
 * Main is protected by rulesets, by the older branch protection, or by both. Where one of them is not told and the other does not
 * suffice, nobody can say.
 */
export function eitherWay(
  rules: Answer,
  protection: Answer,
  judge: (rules: Json, protection: Json) => Judgement,
): Judgement {
  const judged = judge(told(rules), told(protection))
  if (judged.is === 'right') return judged
  const silent = [rules, protection].find((answer) => answer.status !== 200 && !isNone(answer))
  return silent === undefined ? judged : untold(silent)
}

function told(answer: Answer): Json {
  return answer.status === 200 ? bodyOf(answer) : null
}

/** GitHub's word for a branch without protection; `Not Found` is what it tells those who may not know. */
function isNone(answer: Answer): boolean {
  return answer.status === 404 && textAt(bodyOf(answer), 'message') === 'Branch not protected'
}
