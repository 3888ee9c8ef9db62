import type { AnyNode, CallExpression, NewExpression } from 'acorn'
import type { Position } from '../model/evaluation.ts'
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
  const offset = offsetOf(syntax.code, position)
  const call = syntax.calls.get(offset)
  if (call !== undefined) return call
  let returned: AnyNode | undefined | null = syntax.returns.get(offset)?.argument
  if (returned?.type === 'SequenceExpression') returned = returned.expressions.at(-1)
  return returned && isCall(returned) ? returned : undefined
}

/** QuickJS counts columns in code points, and only `\n` ends a line. Outside of the text: -1. */
export function offsetOf(code: string, { line, column }: Position): number {
  let offset = 0
  for (let passed = 1; passed < line; passed++) {
    offset = code.indexOf('\n', offset) + 1
    if (offset === 0) return -1
  }
  for (let passed = 1; passed < column; passed++) {
    const character = code.codePointAt(offset)
    if (character === undefined || character === 0x0a) return -1
    offset += character > 0xffff ? 2 : 1
  }
  return line >= 1 && column >= 1 && offset < code.length ? offset : -1
}
