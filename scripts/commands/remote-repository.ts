import { $ } from 'zx/core'

/** `uci/lab`: what a remote of this checkout is at GitHub. */
export async function remoteRepository(remote: string): Promise<string | undefined> {
  const { exitCode, stdout } = await $({ nothrow: true })`git remote get-url ${remote}`.quiet()
  if (exitCode !== 0) return undefined
  return /github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(stdout.trim())?.[1]
}
