import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const version = 'v0.8.0'

/** The peer's binary, installed once into the user's cache directory. Throws where Go is missing: a peer that cannot run is not left out. */
export function kubeconformBinary(): string {
  const caches = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')
  const folder = join(caches, 'uci-datalab', 'tools', `kubeconform-${version}`)
  const binary = join(folder, 'kubeconform')
  if (existsSync(binary)) return binary
  const install = ['install', `github.com/yannh/kubeconform/cmd/kubeconform@${version}`]
  const { status } = spawnSync('go', install, { env: { ...process.env, GOBIN: folder }, stdio: 'inherit' })
  if (status !== 0) throw new Error('kubeconform cannot be installed: Go is missing, or out of reach of its modules')
  return binary
}

/** Our own schemas are named as kubeconform looks for them, so both judge by the same. */
export function schemaLocation(checkout: string): string {
  return join(checkout, 'schemas', 'kubernetes', '1.33', '{{ .ResourceKind }}{{ .KindSuffix }}.json')
}

/** One manifest a file, `count` files, out of a folder of rendered requests. */
export function makeManifests(rendered: string, folder: string, count: number): void {
  mkdirSync(folder)
  const documents = readdirSync(rendered).flatMap((login) =>
    readdirSync(join(rendered, login)).flatMap((file) =>
      documentsIn(readFileSync(join(rendered, login, file), 'utf8')),
    ),
  )
  if (documents.length < count) throw new Error(`${documents.length} manifests are too few for ${count} files`)
  for (const [index, document] of documents.slice(0, count).entries()) {
    writeFileSync(join(folder, `${String(index).padStart(5, '0')}.yaml`), document)
  }
}

function documentsIn(text: string): readonly string[] {
  return text.split('\n---\n').map((document) => `${document.trimEnd()}\n`)
}
