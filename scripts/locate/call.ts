import type { AnyNode, CallExpression, NewExpression } from 'acorn'
import type { Position } from '../model/evaluation.ts'
import { offsetAt } from '../model/offset-at.ts'
import type { Syntax } from './syntax.ts'

export type Call = CallExpression | NewExpression

export function isCall(node: AnyNode): node is Call {
  return node.type === 'CallExpression' || node.type === 'NewExpression'
}

/** Where the call's arguments open: after its callee, a closing parenthesis around that, comments and blanks. */
export function openingOf(call: Call, code: string): number {
  const between = /(?:\s|\)|\?\.|\/\*[^]*?\*\/|\/\/.*)*/y
  between.lastIndex = call.callee.end
  between.test(code)
  return between.lastIndex
}

/**
 * The call at a position of QuickJS: line and column of its opening parenthesis or, where the call is all that a `return` returns,
 * of that `return` (seen with quickjs-emscripten 0.32, whose bytecode for a tail call carries the statement's position).
 */
export function callAt(syntax: Syntax, position: Position): Call | undefined {
  const offset = offsetAt(syntax.code, position) ?? -1
  const call = syntax.calls.get(offset)
  if (call !== undefined) return call
  let returned: AnyNode | undefined | null = syntax.returns.get(offset)?.argument
  if (returned?.type === 'SequenceExpression') returned = returned.expressions.at(-1)
  return returned && isCall(returned) ? returned : undefined
}
