import { finding, type Finding } from '../model/finding.ts'
import { placeAt } from '../model/place-at.ts'
import type { Source } from '../model/request.ts'
import { nodesIn, parseCode } from './syntax.ts'

/**
 * Exports that take a list apart: QuickJS (2025-09-13) forgets them, so what they hold would be requested by nobody and missed by nobody.
 * The text is parsed only if something is taken apart in it at all.
 */
export function patternFindings(source: Source, code: string): readonly Finding[] {
  if (!/[\]}]\s*=(?![=>])/.test(code)) return []
  const statements = parseCode(code).program?.body ?? []
  return statements.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration') return []
    return statement.declaration.declarations
      .filter(({ id }) => nodesIn(id).some(({ type }) => type === 'ArrayPattern'))
      .map(({ id }) => finding('export-pattern', {}, placeAt(source, id.start, id.end)))
  })
}
