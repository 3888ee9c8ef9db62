import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { logins, makeLab, requestText } from './labs.ts'
import type { Command } from './measure.ts'

export interface Reviewed {
  /** From a checkout to the verdict in the comment: what both jobs of `review.yml` run. Each is the first look. */
  readonly command: Command
  readonly github: ChildProcess
}

/** A lab of `members` at a GitHub of our own, with `pulls` open pull requests, each by another member who changes their request. */
export async function reviewedLab(checkout: string, folder: string, members: number, pulls: number): Promise<Reviewed> {
  const [work, upstream] = [join(folder, 'work'), join(folder, 'upstream.git')]
  makeLab(checkout, work, members)
  writeFileSync(join(work, '.gitignore'), 'node_modules\nevaluations.json\nseal\n')
  const authors = logins(pulls + 1).slice(1)
  git(work, ['init', '--quiet', '--initial-branch=main'])
  git(work, ['add', '.'])
  git(work, ['commit', '--quiet', '--message=main'])
  git(folder, ['clone', '--quiet', '--bare', work, upstream])
  git(upstream, ['config', 'uploadpack.allowFilter', 'true'])
  git(work, ['remote', 'add', 'origin', upstream])
  for (const [index, login] of authors.entries()) propose(work, login, index + 1)
  const github = spawn(process.execPath, [join(import.meta.dirname, 'github.ts'), upstream, ...authors], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [line] = (await once(github.stdout, 'data')) as [Buffer]
  const { url, token } = JSON.parse(line.toString()) as { url: string; token: string }
  const exported = `export GITHUB_API_URL=${url} GITHUB_TOKEN=${token} GITHUB_REPOSITORY=uci/lab`
  const command: Command = {
    name: `review of ${pulls} pull request${pulls === 1 ? '' : 's'}, ${members} members`,
    file: 'sh',
    args: ['-ec', `${exported}; lab() { "${process.execPath}" scripts/lab.mjs review "$@"; }; ${bothJobs}`],
    cwd: work,
    before: () => void github.kill('SIGUSR2'),
  }
  return { command, github }
}

const bothJobs =
  'lab render --out evaluations.json --seal seal; lab decide --evaluations evaluations.json --digest "$(cat seal)"'

function propose(work: string, login: string, number: number): void {
  git(work, ['checkout', '--quiet', '-b', `p${number}`, 'main'])
  writeFileSync(join(work, 'users', login, 'dev.ts'), requestText(number).replace('1x24GB', '2x24GB'))
  git(work, ['commit', '--quiet', '--all', '--message=more'])
  git(work, ['push', '--quiet', 'origin', `HEAD:refs/pull/${number}/head`])
  git(work, ['checkout', '--quiet', 'main'])
}

function git(cwd: string, args: readonly string[]): void {
  const own = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.org', '-c', 'gc.auto=0']
  const { status, stderr } = spawnSync('git', [...own, ...args], { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`)
}
