import { finding, type Finding, type Place } from '../model/finding.ts'
import { nearest } from '../model/nearest.ts'
import { placeAt } from '../model/place-at.ts'
import type { Source } from '../model/request.ts'
import type { DeadEnd, Reach } from './reach.ts'
import { resolveImport } from './resolve.ts'
import { computedImportsIn, importsIn, parseCode } from './syntax.ts'

/**
 * Every import that leads to nothing, in the file and in all that it reaches: the machine stops at the first, a person wants to mend
 * them all at once. What is wrong with the files themselves stands in `reach.findings` afterwards.
 */
export function importFindings(entry: Source, reach: Reach): readonly Finding[] {
  const queue = new Set([entry])
  const findings: Finding[] = []
  for (const source of queue) {
    const prepared = reach.prepare(source)
    const program = 'code' in prepared ? parseCode(prepared.code).program : undefined
    for (const { specifier, start, end } of program ? importsIn(program) : []) {
      const resolved = resolveImport(specifier, reach.folder)
      if (resolved.kind === 'own') queue.add(resolved.source)
      const found = importFinding({ base: source.file, specifier }, reach, placeAt(source, start, end))
      if (found !== undefined) findings.push(found)
    }
  }
  return findings.length > 0 ? findings : reach.deadEnds.flatMap((end) => computedFinding(end, reach) ?? [])
}

function importFinding({ specifier }: DeadEnd, reach: Reach, place: Place): Finding | undefined {
  const resolved = resolveImport(specifier, reach.folder)
  const shown = specifier.slice(0, 200)
  if (resolved.kind === 'refused') return finding('import-refused', { specifier: shown, why: resolved.why }, place)
  if (resolved.kind !== 'missing') return undefined
  const near = nearest(
    specifier.replace(/^\.\/|\.[jt]s$/g, ''),
    reach.folder.sources.map(({ name }) => name.slice(0, -3)),
  )
  return finding('import-missing', { specifier: shown, ...(near !== undefined && { near: `./${near}.ts` }) }, place)
}

/** An `import(…)` whose specifier is computed. */
function computedFinding(end: DeadEnd, reach: Reach): Finding | undefined {
  const prepared = reach.prepared.get(end.base)
  if (prepared === undefined || !('code' in prepared)) return importFinding(end, reach, { file: end.base })
  const { program } = parseCode(prepared.code)
  const [node] = program ? computedImportsIn(program) : []
  return importFinding(end, reach, node ? placeAt(prepared.source, node.start, node.end) : { file: end.base })
}
