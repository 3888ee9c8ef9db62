import { $ } from 'zx/core'
import { settingsReader } from '../github/index.ts'
import type { ReadSetting } from '../model/settings.ts'

type Env = Readonly<Record<string, string | undefined>>

/** Reads GitHub as the person at this machine; `undefined` where nobody is logged in. */
export async function githubReader(env: Env = process.env): Promise<ReadSetting | undefined> {
  const token = (env['GH_TOKEN'] || env['GITHUB_TOKEN'] || (await tokenOfGh())).trim()
  if (token === '') return undefined
  return settingsReader({ api: env['GITHUB_API_URL'] ?? 'https://api.github.com', credential: { token } })
}

async function tokenOfGh(): Promise<string> {
  const { exitCode, stdout } = await $({ nothrow: true, stdio: ['ignore', 'pipe', 'pipe'] })`gh auth token`.quiet()
  return exitCode === 0 ? stdout : ''
}
