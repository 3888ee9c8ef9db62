import { readiness, readinessVerdict } from '../model/readiness.ts'
import { readinessReport } from '../report/index.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { judging } from './judging.ts'
import { labHere } from './lab-here.ts'
import { machineHere, type MachineOptions } from './machine-here.ts'
import { page } from './page.ts'
import { UsageError } from './usage-error.ts'

export interface DoctorOptions extends MachineOptions {
  /** Look at the repository's settings in place of this machine; without a name, at the one that this is a checkout of. */
  readonly repo?: string | true
  readonly format: 'text' | 'json'
}

const codes = { ready: exitCode.done, miss: exitCode.wrong, unknown: exitCode.failed } as const

/** `lab doctor`: whether this machine is ready, or whether the repository at GitHub is. Changes nothing. */
export function doctor({ repo, ...options }: DoctorOptions): Promise<ExitCode> {
  return judging('text', async () => {
    if (repo === undefined) return await lookAtMachine(options)
    if (options.login ?? options.kubeconfig ?? options.context)
      throw new UsageError('`--repo` looks at GitHub alone: leave the other options out.')
    return await (await import('./doctor-repo.ts')).doctorRepo({ ...options, repo })
  })
}

async function lookAtMachine({ format, ...options }: Omit<DoctorOptions, 'repo'>): Promise<ExitCode> {
  const lab = await labHere()
  const findings = readiness(await machineHere(options, lab), lab)
  process.stdout.write(readinessReport(findings, format, { ...page(), lab }))
  return codes[readinessVerdict(findings)]
}
