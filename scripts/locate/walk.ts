import type { AnyNode, ArrayExpression, Identifier, ObjectExpression } from 'acorn'
import type { Path } from '../model/json.ts'
import { isCall, type Call } from './call.ts'
import { exportedAs } from './exports.ts'
import { isFunction, meaningOf } from './names.ts'
import type { Syntax } from './syntax.ts'

/** An expression in one of the member's files. */
export interface Spot {
  readonly file: Syntax
  readonly node: AnyNode
  /** The property's name, where it is the value of a property. */
  readonly key?: AnyNode
}

/** How far a path could be followed in what is written. */
export interface Walked {
  /** `missing`: the object at `spot` is known whole and has no such property. `lost`: the text cannot tell what `spot` is. */
  readonly end: 'found' | 'missing' | 'lost'
  readonly spot: Spot
  /** What is left of the path. */
  readonly rest: Path
  /** How many property names were followed. */
  readonly depth: number
  /** The object that takes in what got lost by a spread. */
  readonly into?: Spot
}

/** The member's files, and how many more steps may be taken: names can run in circles, and spreads can multiply. */
export interface World {
  readonly fileOf: (specifier: string) => Syntax | undefined
  steps: number
}

/** Follows `path` through literals, constants, imports from the own folder, spreads, and functions that only return. */
export function walk(spot: Spot, path: Path, world: World, depth = 0): Walked {
  const [key, ...rest] = path
  if (key === undefined) return { end: 'found', spot, rest: path, depth }
  if (world.steps-- <= 0) return { end: 'lost', spot, rest: path, depth }
  const { node } = spot
  if (node.type === 'ObjectExpression') return intoObject(spot, node, path, world, depth)
  if (node.type === 'ArrayExpression') {
    const element = elementAt(node, key)
    return element
      ? walk({ file: spot.file, node: element }, rest, world, depth)
      : { end: 'lost', spot, rest: path, depth }
  }
  const next = standsFor(spot, path, world)
  return next ? walk(next.spot, next.path, world, depth) : { end: 'lost', spot, rest: path, depth }
}

/** From the last property to the first, for a later one replaces an earlier one of its name. */
function intoObject(spot: Spot, object: ObjectExpression, path: Path, world: World, depth: number): Walked {
  for (const property of object.properties.toReversed()) {
    if (property.type === 'SpreadElement') {
      const spread = walk({ file: spot.file, node: property.argument }, path, world, depth)
      if (spread.end === 'missing' && spread.depth === depth) continue
      return spread.end === 'lost' && spread.depth === depth ? { ...spread, into: spread.into ?? spot } : spread
    }
    const name = property.computed ? textOf({ file: spot.file, node: property.key }, world) : nameOf(property.key)
    if (name === undefined) return { end: 'lost', spot, rest: path, depth, into: spot }
    if (name !== String(path[0])) continue
    return walk({ file: spot.file, node: property.value, key: property.key }, path.slice(1), world, depth + 1)
  }
  return { end: 'missing', spot, rest: path, depth }
}

function elementAt(array: ArrayExpression, key: string | number): AnyNode | undefined {
  const before = array.elements.slice(0, Number(key) + 1)
  if (before.some((element) => element?.type === 'SpreadElement')) return undefined
  return before[Number(key)] ?? undefined
}

interface Step {
  readonly spot: Spot
  readonly path: Path
}

/** One step from a name, a member, or a call to what it stands for, and the path to follow there. */
function standsFor({ file, node }: Spot, path: Path, world: World): Step | undefined {
  if (node.type === 'ChainExpression') return { spot: { file, node: node.expression }, path }
  if (node.type === 'Identifier') return meant(file, node, path, world)
  if (node.type === 'MemberExpression') {
    const name = node.computed ? textOf({ file, node: node.property }, world) : nameOf(node.property)
    return name === undefined ? undefined : { spot: { file, node: node.object }, path: [name, ...path] }
  }
  return isCall(node) ? returned(file, node, path, world) : undefined
}

function meant(file: Syntax, { name, start }: Identifier, path: Path, world: World): Step | undefined {
  const meaning = meaningOf(file.names, name, start)
  if (meaning?.value) return { spot: { file, node: meaning.value }, path }
  const other = meaning?.imported && world.fileOf(meaning.imported.from)
  if (!meaning?.imported || !other) return undefined
  const [first, ...rest] = meaning.imported.name === '*' ? path : [meaning.imported.name, ...path]
  const exported = exportedAs(other, String(first))
  return exported && { spot: { file: other, node: exported }, path: rest }
}

/** What a function of the member's own returns; of `list.map(…)` what it makes of each element. */
function returned(file: Syntax, call: Call, path: Path, world: World): Step | undefined {
  const { callee } = call
  const [first] = call.arguments
  if (callee.type === 'MemberExpression' && nameOf(callee.property) === 'map') {
    const body = first && resultOf(file, first)
    return body && { spot: { file, node: body }, path: path.slice(1) }
  }
  const made = resolved({ file, node: callee }, world)
  const body = resultOf(made.file, made.node)
  return body && { spot: { file: made.file, node: body }, path }
}

/** What a function returns, if it does so in one place only. */
function resultOf({ returns }: Syntax, made: AnyNode): AnyNode | undefined {
  if (!isFunction(made) || made.generator || made.async) return undefined
  const { body } = made
  if (body.type !== 'BlockStatement') return body
  const inside = [...returns.values()].filter(({ start }) => body.start < start && start < body.end)
  return inside.length === 1 ? (inside[0]?.argument ?? undefined) : undefined
}

/** What a name or a member stands for in the end; the spot itself where that cannot be told. */
export function resolved(spot: Spot, world: World): Spot {
  let at = spot
  while (at.node.type === 'Identifier' || at.node.type === 'MemberExpression') {
    const next = world.steps-- > 0 ? standsFor(at, [], world) : undefined
    const walked = next && walk(next.spot, next.path, world)
    if (walked?.end !== 'found') return spot
    at = walked.spot
  }
  return at
}

/** The text that an expression always gives, if it is written down. */
function textOf(spot: Spot, world: World): string | undefined {
  const { node } = resolved(spot, world)
  if (node.type === 'TemplateLiteral')
    return node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? undefined) : undefined
  return node.type === 'Literal' ? String(node.value) : undefined
}

function nameOf(key: AnyNode): string | undefined {
  if (key.type === 'Identifier') return key.name
  return key.type === 'Literal' ? String(key.value) : undefined
}
