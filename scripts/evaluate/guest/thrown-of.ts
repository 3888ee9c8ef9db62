import { inheritedDataOf } from './data-of.ts'
import { textOf } from './text-of.ts'
import type { Thrown } from './told.ts'

const longestStack = 100_000

/** What was thrown, whatever it is. */
export function thrownOf(thrown: unknown): Thrown {
  if (typeof thrown === 'symbol' || typeof thrown === 'function')
    return { name: '', message: `a ${typeof thrown}`, stack: '' }
  if (typeof thrown !== 'object' || thrown === null) return { name: '', message: textOf(String(thrown)), stack: '' }
  return {
    name: textOf(inheritedDataOf(thrown, 'name')),
    message: textOf(inheritedDataOf(thrown, 'message')),
    stack: textOf(framesOnly(inheritedDataOf(thrown, 'stack'))),
  }
}

/** Without the engine's own functions: recursion through one of them would fill the text before a member's line comes. */
function framesOnly(stack: unknown): unknown {
  if (typeof stack !== 'string') return stack
  return stack
    .slice(0, longestStack)
    .split('\n')
    .filter((line) => !line.endsWith('(native)'))
    .join('\n')
}
