/** actionlint and zizmor over the workflows: exact versions, installed once into the user's cache directory. Missing Go or Python fails loudly. */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { $ } from 'zx/core'

const actionlint = { version: 'v1.7.12', module: 'github.com/rhysd/actionlint/cmd/actionlint' }
const zizmor = { version: '1.32.0' }

const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'uci-datalab', 'tools')
const sh = $({ stdio: 'inherit', verbose: false })

await sh`${await actionlintBinary()}`
await sh`${await zizmorBinary()} --offline --no-progress --persona regular .github/workflows`

async function actionlintBinary(): Promise<string> {
  const folder = join(cache, `actionlint-${actionlint.version}`)
  const binary = join(folder, 'actionlint')
  if (!existsSync(binary))
    await sh({ env: { ...process.env, GOBIN: folder } })`go install ${actionlint.module}@${actionlint.version}`
  return binary
}

async function zizmorBinary(): Promise<string> {
  const folder = join(cache, `zizmor-${zizmor.version}`)
  const binary = join(folder, 'bin', 'zizmor')
  if (existsSync(binary)) return binary
  await sh`python3 -m venv ${folder}`
  await sh`${join(folder, 'bin', 'pip')} install --quiet --disable-pip-version-check zizmor==${zizmor.version}`
  return binary
}
