import type { Outcome } from '../model/outcome.ts'
import type { Lock } from '../model/plan.ts'
import type { Watched } from '../model/watched.ts'

/** 0 done, held too; 1 we failed or could not tell; 2 what was asked for is wrong (`apply.md` 1). */
export type ApplyExit = 0 | 1 | 2

/** Locks that say what we could not know, and not what somebody wrote. `clock` leaves out what needs one, and stops nothing. */
const blind: ReadonlySet<Lock['lock']> = new Set(['unread-lists', 'inventory', 'ledger'])

/** A run that was launched, watched, and does not start by itself was refused by the cluster, only later; one in a queue is held. */
export function exitOf(
  outcomes: readonly Outcome[],
  locks: readonly Lock[],
  watched: readonly Watched[] = [],
): ApplyExit {
  if (outcomes.some(isOurs) || locks.some(({ lock }) => blind.has(lock))) return 1
  const isWrong = outcomes.some(({ ending }) => ending === 'refused' || ending === 'failed')
  const isInVain = watched.some(({ progress }) => progress?.is === 'refused')
  return isWrong || isInVain || locks.some(({ lock }) => lock !== 'clock') ? 2 : 0
}

function isOurs({ ending, refusal, fault }: Outcome): boolean {
  return ending === 'interrupted' || refusal === 'could-not-tell' || (ending === 'failed' && fault === 'ours')
}
