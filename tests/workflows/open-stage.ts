import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startDouble, type Double, type DoubleOptions } from '../github/start-double.ts'
import { actBinary } from './act.ts'
import { houseGit } from './house-git.ts'

/** Everything that a workflow of ours meets at GitHub, on this machine. */
export interface Stage extends AsyncDisposable {
  readonly folder: string
  /** Bare; `main` is this checkout's tracked files, and what the test has put over them. */
  readonly repository: string
  readonly double: Double
  /** Git in the bare repository, as a test's own hand. */
  readonly git: (args: readonly string[], input?: string) => string
  /** Commits files on top of a commit, and lets a ref be it; `null` takes a file away. */
  readonly commit: (ref: string, files: Readonly<Record<string, string | null>>, from?: string) => string
  readonly secrets: Secrets
}

/** By environment, then by name. */
export type Secrets = Readonly<Record<string, Readonly<Record<string, string>>>>

export interface StageOptions extends Partial<Omit<DoubleOptions, 'repository'>> {
  /** Over the files of this checkout: a roster, a member's folder. */
  readonly files?: Readonly<Record<string, string | null>>
  readonly secrets?: Secrets
}

const house = resolve(import.meta.dirname, '..', '..')

/** Puts up a stage; whoever does takes it down. */
export async function openStage({
  files = {},
  secrets = {},
  owner = 'uci',
  name = 'lab',
  ...options
}: StageOptions = {}): Promise<Stage> {
  await actBinary() // a first build takes a minute, which no single run should pay for
  const folder = await mkdtemp(join(tmpdir(), 'lab-stage-'))
  const repository = join(folder, 'upstream.git')
  await mkdir(repository)
  const { git, commit } = houseGit(repository)
  git(['init', '--quiet', '--bare', '--initial-branch=main'])
  for (const [key, value] of Object.entries({
    'uploadpack.allowFilter': 'true',
    'uploadpack.allowAnySHA1InWant': 'true',
  }))
    git(['config', key, value])
  furnish(git)
  if (Object.keys(files).length > 0) commit('refs/heads/main', files)
  const double = await startDouble({ ...options, owner, name, repository })
  return {
    folder,
    repository,
    double,
    git,
    commit,
    secrets,
    [Symbol.asyncDispose]: async () => {
      await double[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Main is this checkout as it stands: what Git tracks, and what it would. One pack, so that each checkout of a run is quick. */
function furnish(git: Stage['git']): void {
  const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const files = execFileSync('git', listing, { cwd: house, encoding: 'utf8', maxBuffer: 64 << 20 })
  git(['--work-tree', house, 'update-index', '--add', '--remove', '-z', '--stdin'], files)
  git(['update-ref', 'refs/heads/main', git(['commit-tree', '-m', 'the house', git(['write-tree'])])])
  git(['repack', '-a', '-d', '--quiet'])
}
