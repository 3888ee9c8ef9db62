import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { $ } from 'zx'
import { generateValidators } from '../schemas/generate-validators.ts'
import { folderSource } from '../schemas/folder-source.ts'
import { httpsGet } from '../schemas/https-get.ts'
import type { OpenApiSource } from '../schemas/open-api.ts'
import { serverSource } from '../schemas/server-source.ts'
import { vendorSchemas } from '../schemas/vendor-schemas.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { houseRoot } from './house-root.ts'
import { say } from './say.ts'

export interface SchemasOptions {
  /** A folder of OpenAPI documents, named after the release. */
  readonly from?: string
  readonly server?: string
  /** Files that hold the server's bearer token and certificate authority. */
  readonly tokenFile?: string
  readonly caFile?: string
  /** Only compile the schemas that are here: after a change to one of the lab's own. */
  readonly compile?: boolean
}

/** `lab schemas`: takes the schemas of our kinds from a cluster, and compiles them and the lab's own to validators. */
export async function schemas(options: SchemasOptions): Promise<ExitCode> {
  const root = join(houseRoot, 'schemas')
  if (options.compile !== true) await vendor(root, await sourceOf(options))
  const generated = await generateValidators(root)
  await writeAll(root, generated)
  for (const name of generated.keys()) say(`schemas/${name}`)
  return exitCode.done
}

async function vendor(root: string, source: OpenApiSource): Promise<void> {
  const { minor, files } = await vendorSchemas(source)
  const texts = Object.entries(files).map(([name, content]) => [name, `${JSON.stringify(content, null, 2)}\n`] as const)
  await writeAll(join(root, 'kubernetes', minor), new Map(texts))
}

async function sourceOf({ from, server, tokenFile, caFile }: SchemasOptions): Promise<OpenApiSource> {
  if (from !== undefined) return folderSource(from)
  if (server === undefined) return serverSource(async (path) => (await $`kubectl get --raw ${path}`.quiet()).stdout)
  const token = tokenFile === undefined ? undefined : (await readFile(tokenFile, 'utf8')).trim()
  const ca = caFile === undefined ? undefined : await readFile(caFile, 'utf8')
  return serverSource(httpsGet({ server, ...(token !== undefined && { token }), ...(ca !== undefined && { ca }) }))
}

async function writeAll(folder: string, texts: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, text] of texts) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
}
