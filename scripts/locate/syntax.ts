import { parse, type AnyNode, type Program, type ReturnStatement } from 'acorn'
import type { Source } from '../model/request.ts'
import { isCall, openingOf, type Call } from './call.ts'
import type { Strip } from './careful-strip.ts'
import { childrenOf } from './children.ts'
import { namesOf, scopeOf, type Names, type Scope } from './names.ts'

/** One file's syntax. Offsets are those of the member's text: stripping types leaves blanks in their place. */
export interface Syntax {
  readonly source: Source
  /** The text without types. */
  readonly code: string
  readonly program: Program
  /** Calls by the offset of their opening parenthesis. */
  readonly calls: ReadonlyMap<number, Call>
  /** Return statements by their start. */
  readonly returns: ReadonlyMap<number, ReturnStatement>
  readonly names: Names
}

/** `undefined` where the text is no TypeScript that can be stripped; nothing a file can hold makes it throw. */
export function syntaxOf(source: Source, strip: Strip): Syntax | undefined {
  try {
    const code = strip(source.text)
    if (code?.length !== source.text.length) return undefined
    return { source, code, ...surveyOf(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), code) }
  } catch {
    return undefined
  }
}

/** One pass over the tree. Invariant: no recursion, for a member chooses how deep it nests. */
function surveyOf(program: Program, code: string): Omit<Syntax, 'source' | 'code'> {
  const calls = new Map<number, Call>()
  const returns = new Map<number, ReturnStatement>()
  const names: Names = new Map()
  const open: [node: AnyNode, scope: Scope][] = [[program, program]]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, outer] = next
    if (isCall(node)) calls.set(openingOf(node, code), node)
    if (node.type === 'ReturnStatement') returns.set(node.start, node)
    for (const [name, meaning] of namesOf(node, outer)) {
      const meanings = names.get(name)
      if (meanings === undefined) names.set(name, [meaning])
      else meanings.push(meaning)
    }
    const scope = scopeOf(node) ?? outer
    for (const child of childrenOf(node)) open.push([child, scope])
  }
  return { program, calls, returns, names }
}
