import { relative, resolve } from 'node:path'
import type { Finding } from '../model/finding.ts'
import type { Format, Report } from '../model/report.ts'
import { checkLab, totalsFor, type Checked } from '../pipeline/check-lab.ts'
import { checkInput, sourceOf } from './check-input.ts'
import type { ExitCode } from './exit-code.ts'
import { judging } from './judging.ts'
import { narrowedTo, ownerIn } from './narrowed-to.ts'
import { print } from './print.ts'
import { say } from './say.ts'
import { verdict } from './verdict.ts'

export interface CheckOptions {
  readonly users: string
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
  const input = checkInput({ ...options, render: false })
  await using _ = input.workers
  const checked = await checkLab(input)
  const since = await compare?.(checked, input)
  const shown = shownPaths(paths, options.users)
  const owners = shown.length > 0 ? new Set(shown.map(ownerIn)) : undefined
  const report = narrowedTo(shown, reportOf(checked, since?.fresh ?? checked.findings, owners), checked.together)
  print(report, options.format, sourceOf(checked))
  if (since !== undefined) {
    say(
      `Against ${options.base}: ${report.findings.length} new. ${since.standing} that stand there are left out, ${since.mended} are mended.`,
    )
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
function shownPaths(paths: readonly string[], users: string): readonly string[] {
  return paths.map((path) => `users/${relative(resolve(users), resolve(path))}`.replace(/\/+$/, ''))
}
