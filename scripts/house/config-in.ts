import { parse, type AnyNode, type Expression, type SpreadElement } from 'acorn'
import { fault, type Fault } from '../model/finding.ts'
import type { Json } from '../model/json.ts'
import type { Lab } from '../model/lab.ts'
import type { LoadedConfig } from './load-config.ts'

/**
 * The lab that a text of `lab.config.ts` would export, read and never run: for the text of a change, whose author nobody trusts yet.
 * `code` is the text without its types. Whatever is not one plain literal is none.
 */
export function configIn(code: string, check: (value: unknown) => readonly Fault[]): LoadedConfig {
  const value = exportedLiteral(code)
  if (value === undefined) return { lab: undefined, faults: [fault('config-not-data', { key: 'default' }, [])] }
  const faults = check(value)
  return { lab: faults.length === 0 ? (value as unknown as Lab) : undefined, faults }
}

function exportedLiteral(code: string): Json | undefined {
  try {
    const { body } = parse(code, { ecmaVersion: 'latest', sourceType: 'module' })
    const exported = body.find((node) => node.type === 'ExportDefaultDeclaration')
    return exported === undefined ? undefined : literal(exported.declaration)
  } catch {
    return undefined
  }
}

/** Throws where a part is no literal, or lies deeper than the stack. */
function literal(node: AnyNode): Json {
  if (node.type === 'ObjectExpression') return Object.fromEntries(node.properties.map(entry))
  if (node.type === 'ArrayExpression') return node.elements.map((element) => literal(present(element)))
  if (node.type === 'UnaryExpression' && node.operator === '-') return -number(literal(node.argument))
  if (node.type === 'Literal') return plain(node.value)
  throw new NoLiteral(node.type)
}

class NoLiteral extends Error {}

function entry(property: AnyNode): [string, Json] {
  if (property.type !== 'Property' || property.computed || property.kind !== 'init') throw new NoLiteral(property.type)
  const { key, value } = property
  return [nameOf(key), literal(value)]
}

function nameOf(key: AnyNode): string {
  if (key.type === 'Identifier') return key.name
  if (key.type === 'Literal') return String(key.value)
  throw new NoLiteral(key.type)
}

function present(element: Expression | SpreadElement | null): AnyNode {
  if (element === null) throw new NoLiteral('hole')
  return element
}

function number(value: Json): number {
  if (typeof value !== 'number') throw new NoLiteral('UnaryExpression')
  return value
}

function plain(value: unknown): Json {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    throw new NoLiteral('Literal')
  return value
}
