import type {
  AnyNode,
  Function as FunctionNode,
  Identifier,
  ImportDeclaration,
  Pattern,
  VariableDeclarator,
} from 'acorn'
import { childrenOf } from './children.ts'

/** The stretch of text in which a name holds. */
export interface Scope {
  readonly start: number
  readonly end: number
}

/** What a name stands for: an expression or a function of the same file, an export of another file, or nothing that a text can tell. */
export interface Meaning {
  readonly scope: Scope
  readonly value?: AnyNode | undefined
  /** `name` is `*` for the whole module. */
  readonly imported?: { readonly from: string; readonly name: string }
}

export type Names = Map<string, Meaning[]>

/** What `name` means at an offset: the innermost scope wins, so that a parameter hides a constant of the same name. */
export function meaningOf(names: Names, name: string, offset: number): Meaning | undefined {
  return (names.get(name) ?? [])
    .filter(({ scope }) => scope.start <= offset && offset < scope.end)
    .toSorted((a, b) => a.scope.end - a.scope.start - (b.scope.end - b.scope.start))[0]
}

/** The scope that a node opens for what is declared in it. */
export function scopeOf(node: AnyNode): Scope | undefined {
  return isFunction(node) || /^(BlockStatement|StaticBlock|For.*|SwitchStatement|CatchClause)$/.test(node.type)
    ? node
    : undefined
}

export function isFunction(node: AnyNode): node is AnyNode & FunctionNode {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)
}

type Named = readonly (readonly [name: string, meaning: Meaning])[]

/** The names that one node declares, in the scope around it. Only a `const` keeps its value. */
export function namesOf(node: AnyNode, scope: Scope): Named {
  if (node.type === 'VariableDeclaration') return node.declarations.flatMap((one) => variable(one, node.kind, scope))
  if (node.type === 'FunctionDeclaration') return [...boundBy(node.params, node), ...namedBy(node.id, scope, node)]
  if (isFunction(node)) return boundBy(node.params, node)
  if (node.type === 'ClassDeclaration') return namedBy(node.id, scope)
  if (node.type === 'CatchClause') return boundBy(node.param ? [node.param] : [], node)
  return node.type === 'ImportDeclaration' ? imports(node, scope) : []
}

function variable({ id, init }: VariableDeclarator, kind: string, scope: Scope): Named {
  const value = kind === 'const' && init ? init : undefined
  return id.type === 'Identifier' ? namedBy(id, scope, value) : boundBy([id], scope)
}

function imports({ source, specifiers }: ImportDeclaration, scope: Scope): Named {
  return specifiers.map((specifier) => {
    const imported = { from: String(source.value), name: importedName(specifier) }
    return [specifier.local.name, { scope, imported }]
  })
}

/** An export by default need not have a name. */
function namedBy(id: Identifier | null, scope: Scope, value?: AnyNode): Named {
  return id === null ? [] : [[id.name, { scope, value }]]
}

/** Every identifier in the patterns, those in default values too: a name more that cannot be told does no harm. */
function boundBy(patterns: readonly Pattern[], scope: Scope): Named {
  const found: [string, Meaning][] = []
  const open: AnyNode[] = [...patterns]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'Identifier') found.push([node.name, { scope }])
    open.push(...childrenOf(node))
  }
  return found
}

function importedName(specifier: AnyNode): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default'
  return specifier.type === 'ImportSpecifier' ? moduleName(specifier.imported) : '*'
}

/** The name that an import or export specifier spells, with or without quotes. */
export function moduleName(node: AnyNode): string {
  if (node.type === 'Identifier') return node.name
  return node.type === 'Literal' ? String(node.value) : '*'
}
