import { execFile } from 'node:child_process'
import { devNull } from 'node:os'

/** The bare repository behind the double. */
export interface GitRepository {
  /** What Git prints, trimmed; throws where it fails. */
  readonly git: (args: readonly string[], options?: GitOptions) => Promise<string>
  /** The commit of a ref; `undefined` where there is none. */
  readonly commitOf: (ref: string) => Promise<string | undefined>
}

export interface GitOptions {
  readonly input?: string | Buffer
  readonly env?: Readonly<Record<string, string>>
}

export function gitRepository(folder: string): GitRepository {
  const base = { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' }
  const git: GitRepository['git'] = (args, { input = '', env = {} } = {}) =>
    new Promise((resolve, reject) => {
      const options = { cwd: folder, env: { ...base, ...env }, maxBuffer: 256 * 1024 * 1024 }
      const child = execFile('git', [...args], options, (error, stdout) =>
        error ? reject(error) : resolve(stdout.trim()),
      )
      child.stdin?.on('error', () => undefined)
      child.stdin?.end(input)
    })
  return {
    git,
    commitOf: (ref) =>
      git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]).catch(() => undefined),
  }
}
