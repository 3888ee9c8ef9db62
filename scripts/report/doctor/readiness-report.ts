import { readinessOf, type Readiness, type ReadinessCode, type ReadinessCodes } from '../../model/codes/readiness.ts'
import type { Lab } from '../../model/lab.ts'
import { readinessVerdict, type ReadinessFinding } from '../../model/readiness.ts'
import { disarmed } from '../disarmed.ts'
import { painter } from '../paint.ts'
import { rowsText } from '../plan/rows.ts'
import { readinessSentences, type ReadinessSaying, type ReadinessTold } from '../sentences/readiness.ts'
import { counted } from '../summary.ts'
import { tamed } from '../tamed.ts'
import { visibleJson } from '../visible-json.ts'

export interface ReadinessReportOptions {
  readonly lab: Lab
  readonly color: boolean
  readonly width: number
}

const signs: Readonly<Record<Readiness, string>> = { ready: '✔', membership: '✖', miss: '✖', unknown: '◌' }

/** Whether a machine is ready, with a final line break. */
export function readinessReport(
  findings: readonly ReadinessFinding[],
  format: 'text' | 'json',
  { lab, color, width }: ReadinessReportOptions,
): string {
  const saying = { admins: tamed(lab.admins.join(' or ')) as string }
  const told = findings.map((finding) => ({
    ...finding,
    is: readinessOf[finding.code],
    told: sentenceOf(finding, saying),
  }))
  if (format === 'json') return visibleJson({ v: 1, verdict: readinessVerdict(findings), checks: told.map(flat) })
  const rows = told.map(({ is, told: { title, ...words } }) => ({
    sign: signs[is],
    member: title,
    thing: '',
    told: words,
  }))
  const lines = rowsText(`This machine, for ${lab.namespace}`, rows, { width, paint: painter(color) })
  const missing = told.filter(({ is }) => is !== 'ready').length
  return disarmed(
    `${lines}\n\n${missing === 0 ? 'Ready: `npx lab check` is next.' : `${counted(missing, 'thing')} to do.`}\n`,
  )
}

function flat({ told, ...finding }: ReadinessFinding & { is: Readiness; told: ReadinessTold }) {
  return { ...finding, what: told.what, fix: told.fix }
}

function sentenceOf<C extends ReadinessCode>(
  { code, args }: { code: C; args: ReadinessCodes[C] },
  saying: ReadinessSaying,
): ReadinessTold {
  const sentence = readinessSentences[code] as (args: ReadinessCodes[C], saying: ReadinessSaying) => ReadinessTold
  return sentence(tamed(args) as unknown as ReadinessCodes[C], saying)
}
