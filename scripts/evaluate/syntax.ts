import { parse, type AnyNode, type ImportExpression, type Literal, type Program } from 'acorn'

type Range = readonly [start: number, end: number]

export interface Syntax {
  /** `undefined` where acorn cannot read it; then only what stands before the fault is in `texts`. */
  readonly program: Program | undefined
  /** Strings, templates and regular expressions. */
  readonly texts: readonly Range[]
}

const textTokens = new Set(['string', 'template', 'invalidTemplate', 'regexp'])

/** The syntax of a file whose types are out. Nothing that a file can hold makes it throw; depth runs out of stack and counts as unreadable. */
export function parseCode(code: string): Syntax {
  const texts: Range[] = []
  try {
    const program = parse(code, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      onToken: ({ type, start, end }) => {
        if (textTokens.has(type.label)) texts.push([start, end])
      },
    })
    return { program, texts }
  } catch {
    return { program: undefined, texts }
  }
}

/** An import or re-export as it is written. */
export interface ImportNode {
  readonly specifier: string
  readonly start: number
  readonly end: number
  /** Names that it wants of the other file; none where it wants all, or none in particular. */
  readonly names: readonly ImportedName[]
}

export interface ImportedName {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** All imports of a program with a literal specifier, those by `import(…)` too. */
export function importsIn(program: Program): readonly ImportNode[] {
  return nodesIn(program).flatMap((node) => {
    if (!hasSource(node) || !isText(node.source)) return []
    const { value: specifier, start, end } = node.source
    return [{ specifier, start, end, names: namesOf(node) }]
  })
}

/** Every `import(…)` whose specifier is computed. */
export function computedImportsIn(program: Program): readonly ImportExpression[] {
  return nodesIn(program).filter(
    (node) => node.type === 'ImportExpression' && !isText(node.source),
  ) as ImportExpression[]
}

/** Every node, in the order of the text. Invariant: no recursion, for a member chooses how deep it nests. */
export function nodesIn(root: AnyNode): readonly AnyNode[] {
  const nodes: AnyNode[] = []
  const open: AnyNode[] = [root]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    nodes.push(next)
    for (const child of Object.values(next).flat()) if (isNode(child)) open.push(child)
  }
  return nodes.toSorted((left, right) => left.start - right.start)
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

function hasSource(node: AnyNode): node is AnyNode & { source: AnyNode | null } {
  return 'source' in node
}

function isText(node: AnyNode | null | undefined): node is Literal & { value: string } {
  return node?.type === 'Literal' && typeof node.value === 'string'
}

function namesOf(node: AnyNode): readonly ImportedName[] {
  if (node.type === 'ImportDeclaration') {
    return node.specifiers.flatMap((one) => {
      if (one.type === 'ImportNamespaceSpecifier') return []
      const { start, end } = one.type === 'ImportSpecifier' ? one.imported : one.local
      return [{ name: one.type === 'ImportSpecifier' ? nameOf(one.imported) : 'default', start, end }]
    })
  }
  if (node.type !== 'ExportNamedDeclaration') return []
  return node.specifiers.map(({ local }) => ({ name: nameOf(local), start: local.start, end: local.end }))
}

function nameOf(node: AnyNode): string {
  if (node.type === 'Identifier') return node.name
  return isText(node) ? node.value : ''
}

/** Every name that a program exports by itself; destructured names and `export *` are not looked into. */
export function exportNamesIn(program: Program): readonly string[] {
  return exportsIn(program).map(({ name }) => name)
}

/** Every name that a program declares or imports, at any depth; destructured names are not looked into. */
export function declaredNamesIn(program: Program): readonly string[] {
  return nodesIn(program).flatMap((node) => {
    if (node.type === 'VariableDeclarator') return nameOf(node.id) || []
    if (node.type === 'ImportSpecifier') return nameOf(node.local)
    return node.type === 'FunctionDeclaration' && node.id ? nameOf(node.id) : []
  })
}

/** What a program exports under a name, as far as it can be pointed at. */
export interface ExportNode {
  readonly name: string
  /** The name where it is exported; of a default export, the expression. */
  readonly node: AnyNode
  /** What it is made from: an expression, or a name that stands for one. */
  readonly value: AnyNode | undefined
}

export function exportsIn(program: Program): readonly ExportNode[] {
  return program.body.flatMap((statement): readonly ExportNode[] => {
    if (statement.type === 'ExportDefaultDeclaration')
      return [{ name: 'default', node: statement, value: statement.declaration }]
    if (statement.type !== 'ExportNamedDeclaration') return []
    const { declaration, specifiers } = statement
    if (declaration?.type === 'VariableDeclaration')
      return declaration.declarations.map(({ id, init }) => ({ name: nameOf(id), node: id, value: init ?? undefined }))
    if (declaration) return [{ name: nameOf(declaration.id), node: declaration.id, value: undefined }]
    return specifiers.map(({ exported, local }) => ({ name: nameOf(exported), node: exported, value: local }))
  })
}

/** What a top-level name stands for. */
export function constantIn(program: Program, name: string): AnyNode | undefined {
  for (const statement of program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (declaration?.type !== 'VariableDeclaration') continue
    const found = declaration.declarations.find(({ id }) => id.type === 'Identifier' && id.name === name)
    if (found) return found.init ?? undefined
  }
  return undefined
}
