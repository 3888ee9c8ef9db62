import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { cacheFolder } from '../../scripts/commands/cache-folder.ts'
import { goBuild, requireGo, type Say } from './go.ts'

/** The programs of a cluster, in a folder that nobody changes any more. */
export interface Binaries {
  /** The Kubernetes servers, etcd and kubectl in one. */
  readonly controlPlane: string
  readonly kwok: string
}

interface Recipe {
  readonly program: string
  readonly module: string
  readonly package: string
  readonly flags: string
  readonly announcement: string
}

const servers = join(import.meta.dirname, 'servers')
const kwok = join(import.meta.dirname, 'kwok')

const recipes: readonly Recipe[] = [
  {
    program: 'control-plane',
    module: servers,
    package: '.',
    flags: `-s -w ${versionFlags()}`,
    announcement: 'building the Kubernetes servers: once, up to 10 minutes on 2 cores',
  },
  {
    program: 'kwok',
    module: kwok,
    package: 'sigs.k8s.io/kwok/cmd/kwok',
    flags: '-s -w',
    announcement: 'building kwok, up to 3 minutes',
  },
]

/** Builds the programs, once per state of the two Go modules here, into the user's cache; afterwards they are there at once. Throws an Error that says what to do. */
export async function binaries(env: NodeJS.ProcessEnv = process.env, say: Say = progress): Promise<Binaries> {
  const folder = join(cacheFolder(env), 'control-plane', digest())
  if (!existsSync(folder)) await build(folder, env, say)
  return { controlPlane: join(folder, 'control-plane'), kwok: join(folder, 'kwok') }
}

/** Of all that decides what the programs are. */
function digest(): string {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  for (const { module, flags } of recipes) {
    hash.update(`\0${flags}`)
    for (const file of globSync(join(module, '*')).toSorted()) hash.update('\0').update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 16)
}

/** In a folder of its own first: who builds at the same time is not disturbed, and a build that stops halfway leaves nothing that looks whole. */
async function build(folder: string, env: NodeJS.ProcessEnv, say: Say): Promise<void> {
  await requireGo(kwok, env) // of the two modules it asks for the newer Go
  await mkdir(dirname(folder), { recursive: true })
  const fresh = await mkdtemp(`${folder}.`)
  try {
    for (const { program, module, package: source, flags, announcement } of recipes) {
      say(announcement)
      await goBuild(module, ['-ldflags', flags, '-o', join(fresh, program), source], env, say)
    }
    await rename(fresh, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error
    })
    say(`built: ${folder}`)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

/** What `kubectl version` and the server tell; without it a server calls itself v0.0.0. */
function versionFlags(): string {
  const [, version = '', major = '', minor = ''] =
    /k8s\.io\/kubernetes v((\d+)\.(\d+)\.\d+)/.exec(readFileSync(join(servers, 'go.mod'), 'utf8')) ?? []
  const values = { gitVersion: `v${version}`, gitMajor: major, gitMinor: minor, gitTreeState: 'clean' }
  return Object.entries(values)
    .map(([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`)
    .join(' ')
}

function progress(text: string): void {
  process.stderr.write(`control plane: ${text}\n`)
}
