import { stripTypeScriptTypes } from 'node:module'

/**
 * Takes the types out of a text and leaves every other character where it was; `undefined` where that cannot be done.
 * Threat: Node's own stripper can be made to run for minutes, and to be broken for the rest of its thread's life. It is the evaluator
 * that knows how to hold it, so whoever sees both stages hands its way of stripping over.
 */
export type Strip = (text: string) => string | undefined

/** Node's stripper for texts that can do it no harm. Others are taken as they are: the longest requests often have no types at all. */
export function carefulStrip(text: string): string {
  const brackets = text.match(/[([{]|=>/g)?.length ?? 0
  const ambiguous = text.match(/[<?]/g)?.length ?? 0
  return text.length <= 4096 && brackets <= 400 && ambiguous <= 10 ? stripTypeScriptTypes(text) : text
}
