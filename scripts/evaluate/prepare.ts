import { finding, type Finding } from '../model/finding.ts'
import { placeAt } from '../model/place-at.ts'
import type { Source } from '../model/request.ts'
import { textFault } from '../model/text-fault.ts'
import { directiveFindings } from './directives.ts'
import type { Limits } from './limits.ts'
import { patternFindings } from './pattern-findings.ts'
import type { StripError } from './strip-error.ts'
import { strip } from './strip.ts'
import { syntaxFinding } from './syntax-slip.ts'

/** A source whose types are out, or what keeps it from running. */
export type Prepared =
  | { readonly source: Source; readonly code: string }
  | { readonly source: Source; readonly findings: readonly Finding[] }

/** What a source is before it runs: too large, no sound text, no TypeScript, or with words that silence TypeScript. */
export function prepare(
  source: Source,
  limits: Pick<Limits, 'source' | 'seconds'>,
  withoutTypes: typeof strip = strip,
): Prepared {
  const { file, text } = source
  const fault = textFault(text)
  if (text.length > limits.source)
    return { source, findings: [finding('file-too-large', { size: text.length, limit: limits.source }, { file })] }
  if (fault !== undefined) return { source, findings: [finding(fault.code, {}, placeAt(source, fault.offset))] }
  const stripped = withoutTypes(text, limits.seconds)
  if ('error' in stripped) return { source, findings: [stripFinding(stripped.error, source)] }
  const findings = [...directiveFindings(source, stripped.code), ...patternFindings(source, stripped.code)]
  return findings.length > 0 ? { source, findings } : { source, code: stripped.code }
}

function stripFinding(error: StripError, source: Source): Finding {
  if (error.kind === 'tangled') return finding('code-tangled', {}, { file: source.file })
  if (error.kind === 'syntax') return syntaxFinding(source, error.message, error.offset)
  const place = error.offset === undefined ? { file: source.file } : placeAt(source, error.offset)
  return finding('typescript-only', { construct: error.construct }, place)
}
