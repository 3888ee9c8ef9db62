import type { Position } from '../model/evaluation.ts'

/** The frames of a QuickJS stack that have a position, innermost first. A stack is only text: a member can forge one and misplace their own message. */
export function framesOf(stack: string): readonly Position[] {
  return [...stack.matchAll(/^ *at (?:.* \()?([^()\n]*):(\d{1,9}):(\d{1,9})\)?$/gm)].map(
    ([, file = '', line, column]) => ({ file, line: Number(line), column: Number(column) }),
  )
}
