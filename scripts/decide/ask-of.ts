import { hash } from 'node:crypto'
import { canonicalJson } from '../model/canonical-json.ts'
import type { Reason } from '../model/decision.ts'

/**
 * 128 bits. Threat: an author who can choose what is asked for, an image's name say, looks for two asks with one digest, shows the
 * harmless one and pushes the other; with seven digits that is a matter of a second.
 */
const length = 32

/** A digest of the open findings: of whose, which limit, and how much; order, wording and lines do not matter. */
export function askOf(reasons: readonly Reason[]): string | undefined {
  const open = reasons.flatMap((one) =>
    one.code === 'finding-open'
      ? [[one.args.finding.request ?? '', one.args.finding.code, one.args.finding.lift ?? null]]
      : [],
  )
  if (open.length === 0) return undefined
  const lines = [...new Set(open.map((lift) => canonicalJson(lift)))].sort()
  return hash('sha256', lines.join('\n')).slice(0, length)
}
