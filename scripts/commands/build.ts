import { join, resolve } from 'node:path'
import type { Format } from '../model/report.ts'
import { checkLab } from '../pipeline/check-lab.ts'
import { writeRendered } from '../render/index.ts'
import { checkInput, sourceOf, usersRootOf } from './check-input.ts'
import { reportOf } from './check.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { homeOf } from './home-of.ts'
import { judging } from './judging.ts'
import { print } from './print.ts'
import { say } from './say.ts'
import { verdict } from './verdict.ts'

export interface BuildOptions {
  readonly users?: string
  readonly out?: string
  readonly seal?: string
  readonly format: Format
}

/** `lab build`: all or nothing. Where one request is wrong nothing is written, so a folder of YAML is always one whole, judged state. */
export async function build(options: BuildOptions): Promise<ExitCode> {
  const { seal } = options
  if (seal !== undefined)
    return await (await import('./seal.ts')).seal({ ...options, seal, out: options.out ?? 'rendered' })
  return await judging(options.format, () => buildRequests(options))
}

async function buildRequests(options: BuildOptions): Promise<ExitCode> {
  const { out = 'rendered' } = options
  const input = checkInput({ usersRoot: usersRootOf(options.users), types: true, cache: false, render: true })
  await using _ = input.workers
  const checked = await checkLab(input)
  const report = reportOf(checked, checked.findings)
  print(report, options.format, sourceOf(checked))
  const code = verdict(report)
  if (code !== exitCode.done) {
    say(`Nothing was written to ${out}: mend the errors above first.`)
    return code
  }
  const { written, unchanged, removed, left, blocked } = await writeRendered(
    resolve(options.out ?? join(homeOf(process.cwd()), out)),
    checked.rendered,
  )
  say(`${out}: ${written.length} written, ${unchanged} unchanged, ${removed.length} removed.`)
  for (const file of left) say(`${out}/${file} is not ours and was left as it is.`)
  for (const file of blocked)
    say(`${out}/${file} could not be written: something that is not ours stands there. Move it away.`)
  return blocked.length > 0 ? exitCode.failed : code
}
