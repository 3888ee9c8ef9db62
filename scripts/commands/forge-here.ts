import type { Credential } from '../github/index.ts'
import { ForgeOut, type Forge } from '../model/forge.ts'
import type { Lab } from '../model/lab.ts'
import { OutOfReach } from './out-of-reach.ts'

type Env = Readonly<Record<string, string | undefined>>

/** Who asks GitHub: whoever only reads, with the workflow's own token; or whoever writes, with the App's key where the lab has one. */
export type Hand = 'reads' | 'writes'

/** GitHub, as a workflow's environment says where it is. */
export async function forgeHere({ review }: Pick<Lab, 'review'>, hand: Hand, env: Env = process.env): Promise<Forge> {
  const { openForge } = await import('../github/index.ts')
  const app = review.level === 'computed' ? review.app : undefined
  const credential: Credential =
    hand === 'writes' && app !== undefined
      ? { app: app.id, key: needed(env, 'LAB_APP_KEY') }
      : { token: needed(env, 'GITHUB_TOKEN') }
  return openForge({
    api: env['GITHUB_API_URL'] ?? 'https://api.github.com',
    server: env['GITHUB_SERVER_URL'] ?? 'https://github.com',
    repository: needed(env, 'GITHUB_REPOSITORY'),
    credential,
    // Threat: whoever only reads must still know which pull requests are ours, or a filled form is judged in nobody's name.
    ...(app !== undefined && { writer: app.slug }),
  })
}

export function needed(env: Env, name: string): string {
  const value = env[name]
  if (value === undefined || value === '')
    throw new OutOfReach(`\`${name}\` is not set: this runs in a workflow of GitHub.`)
  return value
}

/** Work against GitHub, where no answer is nobody's mistake and no bug. */
export async function atForge<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ForgeOut)) throw error
    throw new OutOfReach(`GitHub gave no answer: ${error.message}. The next look, within 15 minutes, begins anew.`)
  }
}
