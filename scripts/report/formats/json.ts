import { visibleJson } from '../visible-json.ts'
import { summary } from '../summary.ts'
import type { Formatter } from '../formatter.ts'
import type { Told } from '../told.ts'

/** For programs: `schemas/lab/findings.schema.json` is the contract. */
export const json: Formatter = (telling) => {
  const { report, told, lifted, verdict, counts } = telling
  return visibleJson({
    v: 1,
    verdict,
    summary: summary(telling),
    counts,
    unit: report.unit,
    judged: report.judged,
    findings: told.map(findingJson),
    lifted: lifted.map(({ told: one, grant }) => ({ ...findingJson(one), grant })),
    totals: report.totals ?? [],
  })
}

function findingJson({ finding, what, fix, help }: Told): object {
  const { code, severity, place, request, object, path, args, law, lift, expired } = finding
  return { code, severity, place, request, object, path, what, fix, help, args, law, lift, expired }
}
