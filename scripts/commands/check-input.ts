import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileCache, noCache, remembering } from '../pipeline/cache.ts'
import type { Checked, CheckInput } from '../pipeline/check-lab.ts'
import { startFolderWorkers } from '../pipeline/folder-workers.ts'
import { toolchainDigest } from '../pipeline/toolchain-digest.ts'
import { createProgress } from '../report/index.ts'
import { cacheFolder } from './cache-folder.ts'
import { houseRoot } from './house-root.ts'
import { UsageError } from './usage-error.ts'

export interface CheckSettings {
  readonly users: string
  readonly types: boolean
  readonly cache: boolean
  readonly render: boolean
}

/** What a check is made of on this machine: folders, clock, cache, threads, a scratch folder that goes with the process. */
export function checkInput(settings: CheckSettings): CheckInput {
  const usersRoot = resolve(settings.users)
  if (!existsSync(usersRoot)) throw new UsageError(`\`${settings.users}\` is no folder of members.`)
  const cacheFile = join(cacheFolder(process.env), settings.render ? 'build.tsv' : 'check.tsv')
  const workers = startFolderWorkers(settings.cache && existsSync(cacheFile))
  return {
    houseRoot,
    usersRoot,
    now: new Date(),
    render: settings.render,
    workers,
    cache: remembering(settings.cache ? fileCache(cacheFile, toolchainDigest(houseRoot)) : noCache),
    types: settings.types ? { usersRoot, houseRoot, scratch: scratchFolder() } : undefined,
    progress: createProgress(process.stderr, process.env),
  }
}

export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lab-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The member's text of a file, for the line with the caret. */
export function sourceOf(checked: Checked): (file: string) => string | undefined {
  const texts = new Map(
    checked.folders.flatMap((folder) => folder.sources.map((source) => [source.file, source.text] as const)),
  )
  return (file) => texts.get(file)
}
