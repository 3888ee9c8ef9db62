import { globSync, readFileSync, statSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { dayIn } from '../model/day.ts'
import type { Format, Report } from '../model/report.ts'
import { houseAt } from '../pipeline/house-at.ts'
import { validateFiles, type ManifestFile, type ValidateOptions } from '../pipeline/validate-files.ts'
import { createProgress, verdictOf } from '../report/index.ts'
import type { ExitCode } from './exit-code.ts'
import { houseRoot } from './house-root.ts'
import { judging } from './judging.ts'
import { print } from './print.ts'
import { say } from './say.ts'
import { UsageError } from './usage-error.ts'
import { verdict } from './verdict.ts'

export interface ValidateCommandOptions {
  readonly policy?: true
  readonly format: Format
}

const manifestNames = '**/*.{yaml,yml,json}'

/** `lab validate`: existing YAML or JSON against the cluster's schemas and the API server's rules. */
export function validate(patterns: readonly string[], options: ValidateCommandOptions): Promise<ExitCode> {
  return judging(options.format, () => validatePatterns(patterns, options))
}

async function validatePatterns(patterns: readonly string[], options: ValidateCommandOptions): Promise<ExitCode> {
  const files = (await Promise.all(patterns.map(expand))).flat()
  const policy = options.policy ? await labPolicy() : undefined
  const validated = await validateFiles(files, { policy, progress: createProgress(process.stderr, process.env) })
  const report: Report = { unit: 'file', judged: validated, findings: validated.flatMap(({ findings }) => findings) }
  const texts = new Map(files.map(({ file, text: given }) => [file, given]))
  print(report, options.format, (file) => texts.get(file) ?? readFileSync(file, 'utf8'))
  if (verdictOf(report) === 'empty') say('Nothing was judged: no manifest in what was named. That is no success.')
  return verdict(report)
}

async function expand(pattern: string): Promise<readonly ManifestFile[]> {
  if (pattern === '-') return [{ file: '<stdin>', text: await text(process.stdin) }]
  const stat = statSync(pattern, { throwIfNoEntry: false })
  if (stat?.isFile()) return [{ file: pattern }]
  const found = stat?.isDirectory() ? globSync(`${pattern}/${manifestNames}`) : globSync(pattern)
  if (found.length === 0) throw new UsageError(`\`${pattern}\` names no YAML or JSON file.`)
  return found.sort().map((file) => ({ file }))
}

async function labPolicy(): Promise<NonNullable<ValidateOptions['policy']>> {
  const { house } = await houseAt(houseRoot)
  return { lab: house.lab, today: dayIn(house.lab.timeZone, new Date()) }
}
