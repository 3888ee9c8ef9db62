import { isOurs } from '../../model/blame.ts'
import { disarmed } from '../disarmed.ts'
import type { Formatter } from '../formatter.ts'
import { liftedText, summary } from '../summary.ts'
import type { Telling } from '../telling.ts'
import type { Told } from '../told.ts'
import { visible } from '../visible.ts'

interface Case {
  readonly name: string
  readonly file: string
  readonly told: readonly Told[]
}

/** For test reports in CI: a case for each request or file; findings that belong to none are cases of their own. */
export const junit: Formatter = (telling) => {
  const cases = casesOf(telling)
  const failures = cases.filter((one) => outcomeOf(one) === 'failure').length
  const empty = telling.verdict === 'empty'
  const errors = cases.filter((one) => outcomeOf(one) === 'error').length + (empty ? 1 : 0)
  const numbers = `tests="${cases.length + (empty ? 1 : 0)}" failures="${failures}" errors="${errors}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="lab" ${numbers}>`,
    `  <testsuite name="lab" ${numbers}>`,
    ...cases.map(caseElement),
    ...(empty ? [`    <testcase name="lab"><error message="${xml(summary(telling))}"/></testcase>`] : []),
    ...output('    ', telling.lifted.map(liftedText)),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

function casesOf({ report, told }: Telling): readonly Case[] {
  const nameOfFile = new Map(report.judged.map(({ file, name }) => [file, name]))
  const names = new Set(report.judged.map(({ name }) => name))
  const caseOf = ({ finding: { request, place } }: Told) =>
    request !== undefined && names.has(request) ? request : (nameOfFile.get(place.file) ?? place.file)
  const byCase = Map.groupBy(told, caseOf)
  const judged = report.judged.map(({ name, file }) => ({ name, file, told: byCase.get(name) ?? [] }))
  const others = [...byCase].filter(([name]) => !names.has(name))
  return [...judged, ...others.map(([name, those]) => ({ name, file: name, told: those }))]
}

function outcomeOf({ told }: Case): 'error' | 'failure' | undefined {
  const errors = told.filter(({ finding }) => finding.severity === 'error')
  if (errors.length === 0) return undefined
  return errors.every(({ finding }) => isOurs(finding)) ? 'error' : 'failure'
}

function caseElement(one: Case): string {
  const open = `    <testcase name="${xml(visible(one.name))}" classname="lab" file="${xml(visible(one.file))}"`
  const outcome = outcomeOf(one)
  const [errors = [], others = []] = [true, false].map((is) =>
    one.told.filter(({ finding }) => (finding.severity === 'error') === is),
  )
  const body = [
    ...(outcome === undefined ? [] : outcomeElement(outcome, errors)),
    ...output('      ', others.map(words)),
  ]
  return body.length === 0 ? `${open}/>` : [`${open}>`, ...body, '    </testcase>'].join('\n')
}

function outcomeElement(outcome: 'error' | 'failure', errors: readonly Told[]): readonly string[] {
  const [first] = errors
  if (first === undefined) return []
  const open = `      <${outcome} type="${xml(first.finding.code)}" message="${xml(first.what)}">`
  return [`${open}${xml(errors.map(words).join('\n\n'))}</${outcome}>`]
}

function output(indent: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${indent}<system-out>${xml(lines.join('\n'))}</system-out>`]
}

function words({ finding, file, subject, what, fix, help, rule }: Told): string {
  const { line, column } = finding.place
  const where = [file, line, column].filter((part) => part !== undefined).join(':')
  return [`${where} ${finding.severity} ${finding.code}`, subject, what, fix, ...help, rule].filter(Boolean).join('\n')
}

/** Characters that XML does not allow were made visible before. */
function xml(text: string): string {
  return disarmed(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
