import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Site } from './command-lines.ts'
import { type Access, kubeconfig, type PeoplesTokens, signingKey, tokenFile } from './identities.ts'
import { kwokConfig, podLog } from './kwok-config.ts'
import type { ClusterOptions } from './options.ts'
import { shellWord } from './shell-word.ts'

/** Lays into a cluster's folder what its servers read, and what people want in their PATH. */
export async function furnish(
  { folder, binaries }: Site,
  options: ClusterOptions,
  access: Access,
  people: PeoplesTokens,
): Promise<void> {
  await Promise.all(['bin', 'home'].map((name) => mkdir(join(folder, name))))
  await lay(folder, {
    'tokens.csv': tokenFile(people),
    'accounts.key': signingKey(),
    'admin.kubeconfig': kubeconfig(access, { admin: people.admin }, 'admin'),
    'kwok.json': kwokConfig(options, folder),
    'pod.log': podLog,
  })
  await writeFile(join(folder, 'bin', 'kubectl'), kubectlScript(folder, binaries.controlPlane), { mode: 0o755 })
}

/** What kubectl learns of this cluster goes with it, and not into the cache of whoever asks. */
function kubectlScript(folder: string, controlPlane: string): string {
  return `#!/bin/sh\nKUBECACHEDIR=${shellWord(join(folder, 'kubectl'))} exec ${shellWord(controlPlane)} kubectl "$@"\n`
}

/** Writes files by their names. */
export async function lay(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)))
}
