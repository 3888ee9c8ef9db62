import type { Finding, Severity } from '../model/finding.ts'

const severities: readonly Severity[] = ['error', 'warning', 'notice']

/** By file, line, column, then severity, code and object: the same order on every run, whoever found what first. */
export function inReadingOrder(a: Finding, b: Finding): number {
  return (
    compare(a.place.file, b.place.file) ||
    (a.place.line ?? 0) - (b.place.line ?? 0) ||
    (a.place.column ?? 0) - (b.place.column ?? 0) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compare(a.code, b.code) ||
    compare(`${a.object ?? ''} ${a.path ?? ''}`, `${b.object ?? ''} ${b.path ?? ''}`)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
