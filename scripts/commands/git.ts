import { $ } from 'zx/core'

/** Runs Git and gives its standard output; throws when Git does. Without `input` it gets none: it would wait for ours. */
export async function git(args: readonly string[], input?: string): Promise<Buffer> {
  const run = input === undefined || input === '' ? $({ stdio: ['ignore', 'pipe', 'pipe'] }) : $({ input })
  return (await run`git ${args}`.quiet()).buffer()
}
