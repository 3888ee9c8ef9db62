import type { AnyNode } from 'acorn'
import type { Place } from '../model/finding.ts'
import { placeAt } from '../model/place-at.ts'
import type { Aim } from './aim.ts'
import type { Call } from './call.ts'
import type { Syntax } from './syntax.ts'
import { resolved, type Spot, type Walked, type World } from './walk.ts'

/** Where a walk ended, as a place; `undefined` where nothing was written that could be pointed at. */
export function placeOf({ end, spot, depth, into }: Walked, aim: Aim, world: World): Place | undefined {
  if (end === 'missing' && aim === 'inside') return openingPlace(spot)
  if (end === 'missing') return depth > 0 ? valuePlace(spot, world) : undefined
  if (end === 'lost' && into) return into.key && valuePlace(into, world)
  if (end === 'found' && aim === 'key' && spot.key) return nodePlace(spot.file, spot.key)
  if (end === 'found' && aim === 'inside') return insidePlace(spot, world)
  return valuePlace(spot, world)
}

/** The value, also where a constant keeps it; of a value of several lines its name, and without one its first character. */
export function valuePlace(spot: Spot, world: World): Place {
  const source = resolved(spot, world)
  const { file, node } = isLiteral(source.node) ? source : spot
  if (isOneLine(file, node)) return nodePlace(file, node)
  return spot.key ? nodePlace(spot.file, spot.key) : openingPlace({ file, node })
}

/** The name by which a call calls, and its first argument if that is a literal: `session('dev'`. */
export function calleePlace(file: Syntax, { callee, arguments: [first] }: Call): Place {
  const name = callee.type === 'MemberExpression' && !isOneLine(file, callee) ? callee.property : callee
  const end = first && isLiteral(first) && isOneLine(file, { ...name, end: first.end }) ? first.end : name.end
  return placeAt(file.source, name.start, end)
}

function insidePlace(spot: Spot, world: World): Place | undefined {
  const whole = resolved(spot, world)
  return whole.node.type === 'ObjectExpression' ? openingPlace(whole) : undefined
}

function openingPlace({ file, node }: Spot): Place {
  return placeAt(file.source, node.start)
}

function nodePlace(file: Syntax, node: AnyNode): Place {
  return placeAt(file.source, node.start, node.end)
}

function isLiteral(node: AnyNode): boolean {
  if (node.type === 'UnaryExpression') return node.argument.type === 'Literal'
  return node.type === 'Literal' || node.type === 'TemplateLiteral'
}

function isOneLine(file: Syntax, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return !file.source.text.slice(start, end).includes('\n')
}
