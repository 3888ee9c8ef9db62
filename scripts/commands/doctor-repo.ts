import { ForgeOut } from '../model/forge.ts'
import { settingsVerdict } from '../model/settings.ts'
import { settingsFindings } from '../repository/index.ts'
import { settingsReport } from '../report/index.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { githubReader } from './github-reader.ts'
import { labHere } from './lab-here.ts'
import { OutOfReach } from './out-of-reach.ts'
import { page } from './page.ts'
import { remoteRepository } from './remote-repository.ts'
import { UsageError } from './usage-error.ts'

export interface DoctorRepoOptions {
  readonly repo: string | true
  readonly format: 'text' | 'json'
}

const codes = { right: exitCode.done, wrong: exitCode.wrong, unreadable: exitCode.failed } as const

/** `lab doctor --repo`: every setting at GitHub that the lab's level wants, with a tick, the fix, or the word that it cannot be read. */
export async function doctorRepo({ repo, format }: DoctorRepoOptions): Promise<ExitCode> {
  const lab = await labHere()
  const repository = repo === true ? await repositoryHere() : nameIn(repo)
  const read = await githubReader()
  if (read === undefined)
    throw new OutOfReach(
      'nobody is logged in at GitHub here. Run `gh auth login`, or put an admin’s token into GH_TOKEN.',
    )
  const findings = await settingsFindings({ lab, repository, read }).catch(silent)
  const server = process.env['GITHUB_SERVER_URL'] ?? 'https://github.com'
  const options = { ...page(), repository, server, level: lab.review.level }
  process.stdout.write(settingsReport(findings, format, options))
  return codes[settingsVerdict(findings)]
}

/** A member's checkout has a fork as `origin`, and often the lab's own as `upstream`. */
async function repositoryHere(): Promise<string> {
  const name =
    process.env['GITHUB_REPOSITORY'] ?? (await remoteRepository('upstream')) ?? (await remoteRepository('origin'))
  if (name !== undefined) return name
  throw new UsageError('this is no checkout of a repository at GitHub: `--repo owner/name` says which to look at.')
}

function nameIn(repo: string): string {
  if (/^[\w.-]+\/[\w.-]+$/.test(repo)) return repo
  throw new UsageError(`\`--repo\` takes \`owner/name\`, not \`${repo}\`.`)
}

function silent(error: unknown): never {
  if (!(error instanceof ForgeOut)) throw error
  throw new OutOfReach(`GitHub gave no answer: ${error.message}. Nothing was changed. Try again.`)
}
