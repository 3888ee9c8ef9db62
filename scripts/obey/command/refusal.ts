import type { Obeyed, Refusal, RefusalCode, RefusalCodes } from '../../model/obeyed.ts'

/** A refusal with its evidence. */
export function refusal<C extends RefusalCode>(code: C, args: RefusalCodes[C]): Refusal {
  return { code, args } as unknown as Refusal
}

export function refused(why: Refusal): Obeyed {
  return { did: 'refuse', refusal: why }
}
