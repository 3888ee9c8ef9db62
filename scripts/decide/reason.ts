import type { Reason, ReasonCode, ReasonCodes, Says } from '../model/decision.ts'

/** A reason with its evidence. */
export function reason<C extends ReasonCode>(says: Says, code: C, args: ReasonCodes[C]): Reason {
  return { code, args, says } as unknown as Reason
}
