import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { $, ProcessOutput } from 'zx'
import { generateValidators } from '../schemas/generate-validators.ts'
import { folderSource } from '../schemas/folder-source.ts'
import { httpsGet } from '../schemas/https-get.ts'
import type { OpenApiSource } from '../schemas/open-api.ts'
import { serverSource } from '../schemas/server-source.ts'
import { vendorSchemas } from '../schemas/vendor-schemas.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { isFolder } from './home-of.ts'
import { houseRoot } from './house-root.ts'
import { OutOfReach } from './out-of-reach.ts'
import { say } from './say.ts'
import { UsageError } from './usage-error.ts'

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
  const { minor, files } = await vendorSchemas(orOutOfReach(source))
  const texts = Object.entries(files).map(([name, content]) => [name, `${JSON.stringify(content, null, 2)}\n`] as const)
  await writeAll(join(root, 'kubernetes', minor), new Map(texts))
}

async function sourceOf({ from, server, tokenFile, caFile }: SchemasOptions): Promise<OpenApiSource> {
  if (from !== undefined) return folderSource(folderAt(from))
  if (server === undefined) return serverSource(async (path) => (await $`kubectl get --raw ${path}`.quiet()).stdout)
  if (!URL.canParse(server)) throw new UsageError(`\`${server}\` is no address such as \`https://10.0.0.1:6443\`.`)
  const token = tokenFile === undefined ? undefined : (await fileAt(tokenFile)).trim()
  const ca = caFile === undefined ? undefined : await fileAt(caFile)
  return serverSource(httpsGet({ server, ...(token !== undefined && { token }), ...(ca !== undefined && { ca }) }))
}

function folderAt(path: string): string {
  if (isFolder(path)) return path
  throw new UsageError(`\`${path}\` is no folder of OpenAPI documents.`)
}

async function fileAt(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new UsageError(`\`${path}\` is no file that can be read.`)
  }
}

/** A cluster that does not answer, or a folder that lacks a document, is told in one sentence. */
function orOutOfReach(source: OpenApiSource): OpenApiSource {
  return {
    release: () => source.release().catch(lost),
    document: (group) => source.document(group).catch(lost),
  }
}

function lost(error: unknown): never {
  const why = error instanceof ProcessOutput ? error.stderr : error instanceof Error ? error.message : String(error)
  throw new OutOfReach(`the schemas could not be read, and nothing was changed: ${why.trim()}`)
}

async function writeAll(folder: string, texts: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, text] of texts) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
}
