import { relative, resolve } from 'node:path'
import type { Finding } from '../model/finding.ts'
import type { Format, Report } from '../model/report.ts'
import { checkLab, totalsFor, type Checked } from '../pipeline/check-lab.ts'
import { checkInput, sourceOf, usersRootOf } from './check-input.ts'
import type { ExitCode } from './exit-code.ts'
import { judging } from './judging.ts'
import { narrowedTo, ownersIn, type Shown } from './narrowed-to.ts'
import { print } from './print.ts'
import { say } from './say.ts'
import { verdict } from './verdict.ts'

export interface CheckOptions {
  readonly users?: string
  readonly base?: string
  readonly types: boolean
  readonly cache: boolean
  readonly format: Format
}

/** `lab check`: judges everybody's requests and reports on those that were asked for. */
export function check(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  return judging(options.format, () => checkRequests(paths, options))
}

async function checkRequests(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const compare = options.base === undefined ? undefined : await (await import('./base.ts')).openBase(options.base)
  const usersRoot = usersRootOf(options.users)
  const input = checkInput({ ...options, usersRoot, render: false })
  await using _ = input.workers
  const checked = await checkLab(input)
  const since = await compare?.(checked, input)
  const shown = paths.map((path) => shownIn(usersRoot, path))
  const report = narrowedTo(
    shown,
    reportOf(checked, since?.fresh ?? checked.findings, ownersIn(shown)),
    checked.together,
  )
  print(report, options.format, sourceOf(checked))
  if (since !== undefined) {
    const { standing, mended } = since
    say(`Against ${options.base}: ${report.findings.length} new, ${standing} old and left out, ${mended} mended.`)
  }
  return verdict(report)
}

/** More members than this, and their sums would hide what there is to say. */
const mostShown = 5

export function reportOf(checked: Checked, findings: readonly Finding[], owners = ownersOf(checked)): Report {
  const { footprints, lifted } = checked
  const judged = footprints.map(({ request, file, objects }) => ({ name: request, file, objects: objects.length }))
  const totals = totalsFor(checked, owners.size > mostShown ? new Set() : owners)
  return { unit: 'request', judged, findings, lifted, totals }
}

function ownersOf({ footprints }: Checked): ReadonlySet<string> {
  return new Set(footprints.map(({ owner }) => owner))
}

/** `users/alice`, whatever folder `--users` names and wherever the command is called. */
function shownIn(usersRoot: string, given: string): Shown {
  return { given, path: `users/${relative(usersRoot, resolve(given))}`.replace(/\/+$/, '') }
}
