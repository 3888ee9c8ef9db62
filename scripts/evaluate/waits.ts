import type { AnyNode, Program } from 'acorn'
import { nodesIn } from './syntax.ts'

interface Range {
  readonly start: number
  readonly end: number
}

type LoopType = 'ForStatement' | 'ForInStatement' | 'ForOfStatement' | 'WhileStatement' | 'DoWhileStatement'
type Loop = Extract<AnyNode, { type: LoopType }>

/**
 * The head of the loop that did not end. QuickJS knows only the function in which it was stopped, by its start: so the one loop in there
 * that has no condition, else the one loop there is; `undefined` where there are several.
 */
export function endlessLoop(program: Program, offset: number): Range | undefined {
  const nodes = nodesIn(program)
  const owner = nodes.find((node) => isFunction(node) && node.start === offset) ?? program
  const loops = nodes.filter(isLoop).filter(({ start, end }) => owner.start <= start && end <= owner.end)
  const [loop] = [loops.filter(hasNoCondition), loops].find(({ length }) => length === 1) ?? []
  return loop && { start: loop.start, end: loop.type === 'DoWhileStatement' ? loop.start + 2 : loop.body.start }
}

/** The first `await` outside of functions. */
export function topAwait(program: Program): Range | undefined {
  const nodes = nodesIn(program)
  const functions = nodes.filter(isFunction)
  return nodes.find(
    (node) =>
      node.type === 'AwaitExpression' && !functions.some(({ start, end }) => start <= node.start && node.end <= end),
  )
}

function isLoop(node: AnyNode): node is Loop {
  return /^(?:For|ForIn|ForOf|While|DoWhile)Statement$/.test(node.type)
}

function hasNoCondition(loop: Loop): boolean {
  if (!('test' in loop)) return false
  return loop.test === null || loop.test === undefined || (loop.test.type === 'Literal' && Boolean(loop.test.value))
}

function isFunction(node: AnyNode): boolean {
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)
}
