import { execFileSync } from 'node:child_process'
import { devNull } from 'node:os'
import type { Stage } from './open-stage.ts'

/** Git in a bare repository without a user's settings, and a hand that commits. */
export function houseGit(repository: string): Pick<Stage, 'git' | 'commit'> {
  const env = {
    PATH: process.env['PATH'],
    HOME: repository,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_DIR: repository,
  }
  const own = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'core.bare=false']
  const git: Stage['git'] = (args, input = '') =>
    execFileSync('git', [...own, ...args], {
      cwd: repository,
      env,
      input,
      encoding: 'utf8',
      maxBuffer: 64 << 20,
      stdio: ['pipe', 'pipe', 'pipe'],
    }).trim()
  return {
    git,
    commit: (ref, files, from = git(['rev-parse', 'refs/heads/main'])) => {
      const changes = Object.entries(files).map(([path, text]) =>
        text === null ? `D ${path}` : `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}`,
      )
      const lines = [
        `commit ${ref}`,
        'author t <t@example.org> 0 +0000',
        'committer t <t@example.org> 0 +0000',
        'data 0',
        `from ${from}`,
        ...changes,
        '',
      ]
      git(['fast-import', '--quiet', '--force'], lines.join('\n'))
      return git(['rev-parse', ref])
    },
  }
}
