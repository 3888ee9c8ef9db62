import type { AnyNode, Program } from 'acorn'
import type { Place } from '../model/finding.ts'
import type { Path } from '../model/json.ts'
import { placeAt } from '../model/place-at.ts'
import type { Source } from '../model/request.ts'
import type { Root } from './guest/told.ts'
import { constantIn, exportsIn, parseCode } from './syntax.ts'

/** Where an export stands: its name, or the value at `path` inside of it where that is written out in place. */
export function exportPlace({ source, code }: { source: Source; code: string }, root: Root, path: Path = []): Place {
  const { program } = parseCode(code)
  if (program === undefined) return { file: source.file }
  const found = exportsIn(program).find(({ name }) => name === root.export)
  if (found === undefined) return everythingPlace(source, program)
  const steps = root.index === undefined ? path : [root.index, ...path]
  const { start, end } = nodeAt(program, found.value, steps) ?? lineOf(found.node)
  return placeAt(source, start, end)
}

/** Where `export * from …` stands. */
function everythingPlace(source: Source, program: Program): Place {
  const node = program.body.find(({ type }) => type === 'ExportAllDeclaration')
  return node ? placeAt(source, node.start, node.end) : { file: source.file }
}

/** Of a whole default export only the words that make it one. */
function lineOf(node: AnyNode): { readonly start: number; readonly end: number } {
  return node.type === 'ExportDefaultDeclaration'
    ? { start: node.start, end: node.start + 'export default'.length }
    : node
}

/** Down literals and names, as far as each step is written out; `undefined` where the first is not. */
function nodeAt(program: Program, from: AnyNode | undefined, path: Path): AnyNode | undefined {
  let at: AnyNode | undefined
  let next = from
  for (const step of path) {
    if (next?.type === 'Identifier') next = constantIn(program, next.name)
    next = next && childAt(next, step)
    if (next === undefined) break
    at = next
  }
  return at
}

function childAt(node: AnyNode, step: string | number): AnyNode | undefined {
  if (node.type === 'ArrayExpression') return typeof step === 'number' ? (node.elements[step] ?? undefined) : undefined
  if (node.type !== 'ObjectExpression') return undefined
  const property = node.properties.findLast(
    (one) => one.type === 'Property' && !one.computed && keyOf(one.key) === step,
  )
  return property?.type === 'Property' ? property.value : undefined
}

function keyOf(key: AnyNode): string | undefined {
  if (key.type === 'Identifier') return key.name
  return key.type === 'Literal' ? String(key.value) : undefined
}
