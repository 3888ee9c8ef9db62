import type { AnyNode, Declaration } from 'acorn'
import { moduleName } from './names.ts'
import type { Syntax } from './syntax.ts'

/** What a file exports under a name: the expression, the function, or the name that stands for it. */
export function exportedAs(syntax: Syntax, name: string): AnyNode | undefined {
  for (const statement of syntax.program.body) {
    if (statement.type === 'ExportDefaultDeclaration' && name === 'default') return statement.declaration
    if (statement.type !== 'ExportNamedDeclaration') continue
    const found = statement.declaration
      ? declared(statement.declaration, name)
      : statement.specifiers.find(({ exported }) => moduleName(exported) === name)?.local
    if (found) return found
  }
  return undefined
}

/** A constant's name, a function, or the whole pattern that may hold the name. */
function declared(declaration: Declaration, name: string): AnyNode | undefined {
  if (declaration.type !== 'VariableDeclaration') return declaration.id.name === name ? declaration : undefined
  const names = declaration.declarations.map(({ id }) => id)
  return (
    names.find((id) => id.type === 'Identifier' && id.name === name) ?? names.find((id) => id.type !== 'Identifier')
  )
}
