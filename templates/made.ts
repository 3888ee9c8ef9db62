import type { OptionCodes } from '../scripts/model/codes/options.ts'
import type { Path } from '../scripts/model/json.ts'

/** What is wrong with one argument: `path` begins with the argument's index, `[1, 'gpu']`. */
export type OptionFault = {
  [C in keyof OptionCodes]: { readonly code: C; readonly args: OptionCodes[C]; readonly path: Path }
}[keyof OptionCodes]

/** One call of a template, with the stack from which the member's line is read. */
export interface Call {
  readonly template: string
  readonly stack: string
  readonly faults: readonly OptionFault[]
}

/** Where a manifest keeps its call: a symbol survives `{ ...manifest }` and vanishes in JSON. */
export const origin: unique symbol = Symbol.for('lab.origin')

/** Every call since the start, exported or not. A member who forges it only misplaces their own messages. */
export const calls: Call[] = []

/** Remembers the call that made this manifest. */
export function made<T extends object>(template: string, manifest: T, faults: readonly OptionFault[]): T {
  const call = callOf(template, faults)
  calls.push(call)
  return Object.assign(manifest, { [origin]: call })
}

/** The same for what requests nothing by itself (a reference, metadata): remembered only where something is wrong with it. */
export function mentioned<T extends object>(template: string, reference: T, faults: readonly OptionFault[]): T {
  if (faults.length > 0) calls.push(callOf(template, faults))
  return reference
}

/** Frozen: a member reaches it through their manifest, and could take faults away. */
function callOf(template: string, faults: readonly OptionFault[]): Call {
  return Object.freeze({ template, stack: new Error().stack ?? '', faults: Object.freeze([...faults]) })
}
