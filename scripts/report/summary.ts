import type { Severity } from '../model/finding.ts'
import type { Total } from '../model/report.ts'
import type { Lifted, Telling } from './telling.ts'
import { visible } from './visible.ts'

/** The sign of each severity; the last line of a report is their key. */
export const signs: Readonly<Record<Severity, string>> = { error: '✖', warning: '▲', notice: '●' }

/** `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** The last line: the verdict and its numbers. */
export function summary({ report, verdict, counts }: Telling): string {
  const things = `${counted(report.judged.length, report.unit)}, ${counted(objectsOf(report.judged), 'object')}`
  const found = (['error', 'warning', 'notice'] as const).filter((severity) => counts[severity] > 0)
  const numbers = found.map((severity) => `${signs[severity]} ${counted(counts[severity], severity)}`).join('  ')
  const tail = numbers === '' ? '' : `  ${numbers}`
  if (verdict === 'fits') return `✔ ${things}: ${tail === '' ? 'everything fits' : 'nothing is wrong'}.${tail}`
  if (verdict === 'empty') return `✖ Nothing was checked: ${nothing(report)}${tail}`
  if (verdict === 'refused') return `${numbers}  in ${things}.`
  return `${numbers}  in ${things}. We could not tell whether everything fits; no request is known to be wrong.`
}

function nothing({ judged, unit }: Telling['report']): string {
  return judged.length === 0 ? `there is no ${unit} here.` : `no object in ${counted(judged.length, unit)}.`
}

function objectsOf(judged: Telling['report']['judged']): number {
  return judged.reduce((sum, one) => sum + one.objects, 0)
}

/** What a grant lifted, and whose grant until when. */
export function liftedText({ told, grant }: Lifted): string {
  return `${told.request ?? told.file}: ${told.what} Lifted by ${visible(grant.by)}’s grant until ${visible(grant.until)}.`
}

/** `alice  GPUs 1 of 4 · disk 100Gi of 500Gi`, one line a party. */
export function totalLines(totals: readonly Total[]): readonly string[] {
  const parties = [...Map.groupBy(totals, (total) => visible(total.party))]
  const longest = Math.max(0, ...parties.map(([party]) => party.length))
  return parties.map(([party, rows]) => {
    const sums = rows.map(({ what, used, limit }) => `${visible(what)} ${visible(used)} of ${visible(limit)}`)
    return `${party.padEnd(longest)}  ${sums.join(' · ')}`
  })
}
