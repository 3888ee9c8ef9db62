import type { NumberRow } from '../../model/card.ts'
import type { Code, Finding } from '../../model/finding.ts'
import { bytesText, nanos } from '../../model/quantity.ts'
import type { Total } from '../../model/report.ts'

/** The measures that everybody looks at; the others are told where they come near their limit. */
const first: ReadonlySet<string> = new Set(['GPUs', 'GPU-hours', 'disk'])

const suffixes: Readonly<Record<string, string>> = {
  GPUs: 'gpus',
  cores: 'cpu',
  memory: 'memory',
  disk: 'disk',
  'GPU-hours': 'gpu-hours',
}

/** Sums of who is concerned and of the lab: those that move, and those that do not fit. */
export function sumRows(
  before: readonly Total[],
  after: readonly Total[],
  findings: readonly Finding[],
): readonly NumberRow[] {
  const [old, fresh] = [before, after].map((all) => new Map(all.map((total) => [nameOf(total), total])))
  const codes = new Set(findings.map(({ code }) => code))
  const gone = before.filter((total) => fresh?.has(nameOf(total)) === false).map((total) => ({ ...total, used: '0' }))
  return [...gone, ...after].flatMap((total): readonly NumberRow[] => {
    const now = old?.get(nameOf(total))?.used ?? '0'
    const excess = excessOf(total)
    if (excess === undefined && (now === total.used || !matters(total))) return []
    const rule = `${total.party === 'the lab' ? 'lab' : 'member'}-${suffixes[total.what]}` as Code
    const over = excess === undefined ? {} : { over: excess, ...(codes.has(rule) && { rule }) }
    return [{ party: total.party, what: total.what, now, after: total.used, limit: total.limit, ...over }]
  })
}

function nameOf({ party, what }: Total): string {
  return `${party} ${what}`
}

function matters({ what, used, limit }: Total): boolean {
  return first.has(what) || 4n * (nanos(used) ?? 0n) >= 3n * (nanos(limit) ?? 0n)
}

function excessOf({ what, used, limit }: Pick<Total, 'what' | 'used' | 'limit'>): string | undefined {
  const excess = Number((nanos(used) ?? 0n) - (nanos(limit) ?? 0n)) / 1e9
  if (excess <= 0) return undefined
  return what === 'memory' || what === 'disk' ? bytesText(excess, Math.ceil) : String(Math.round(excess * 100) / 100)
}

/** Codes about an amount of one request, and what is counted. */
const amounts: Readonly<Partial<Record<Code, string>>> = {
  'session-gpus': 'GPUs',
  'session-hours': 'hours',
  'session-cpu': 'cores',
  'session-memory': 'memory',
  'job-gpus': 'GPUs',
  'job-hours': 'hours',
  'job-too-many-pods': 'runs',
  'job-retries': 'retries',
  'disk-size': 'disk',
  'disk-too-large-for-class': 'disk',
}

/** What single requests ask for beyond a limit of their own. */
export function amountRows(findings: readonly Finding[]): readonly NumberRow[] {
  return findings.flatMap((finding): readonly NumberRow[] => {
    const what = amounts[finding.code]
    const { asked, limit } = finding.args as { readonly asked?: number | string; readonly limit?: number | string }
    if (what === undefined || asked === undefined || limit === undefined) return []
    const texts = { what, used: String(asked), limit: String(limit) }
    const over = excessOf(texts)
    const row = { party: finding.request ?? finding.place.file, what, after: texts.used, limit: texts.limit }
    return [{ ...row, ...(over !== undefined && { over }), rule: finding.code }]
  })
}
