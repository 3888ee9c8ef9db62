import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileCache, noCache, remembering } from '../pipeline/cache.ts'
import type { Checked, CheckInput } from '../pipeline/check-lab.ts'
import { startFolderWorkers } from '../pipeline/folder-workers.ts'
import { toolchainDigest } from '../pipeline/toolchain-digest.ts'
import { createProgress } from '../report/index.ts'
import { cacheFolder } from './cache-folder.ts'
import { homeOf, isFolder } from './home-of.ts'
import { houseSource } from './house-source.ts'
import { houseRoot } from './house-root.ts'
import { strippedHere } from './stripped-here.ts'
import { UsageError } from './usage-error.ts'

export interface CheckSettings {
  readonly usersRoot: string
  readonly types: boolean
  readonly cache: boolean
  readonly render: boolean
}

/** Where members' folders lie: as it was said, else in the nearest `users/` in or above the working directory. */
export function usersRootOf(given: string | undefined): string {
  const usersRoot = resolve(given ?? join(homeOf(process.cwd()), 'users'))
  if (!isFolder(usersRoot)) throw new UsageError(`\`${given ?? 'users'}\` is no folder of members.`)
  return usersRoot
}

/** What a check is made of on this machine: folders, clock, cache, threads, a scratch folder that goes with the process. */
export function checkInput(settings: CheckSettings): CheckInput {
  const cacheFile = join(cacheFolder(process.env), settings.render ? 'build.tsv' : 'check.tsv')
  const workers = startFolderWorkers(settings.cache && existsSync(cacheFile))
  return {
    houseRoot,
    usersRoot: settings.usersRoot,
    now: new Date(),
    render: settings.render,
    workers,
    cache: remembering(settings.cache ? fileCache(cacheFile, toolchainDigest(houseRoot)) : noCache),
    stripped: strippedHere(),
    types: settings.types ? { usersRoot: settings.usersRoot, houseRoot, scratch: scratchFolder() } : undefined,
    progress: createProgress(process.stderr, process.env),
  }
}

export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lab-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The text of a member's file, or of one of the house's own, for the line with the caret. */
export function sourceOf(checked: Checked): (file: string) => string | undefined {
  const texts = new Map(
    checked.folders.flatMap((folder) => folder.sources.map((source) => [source.file, source.text] as const)),
  )
  return (file) => texts.get(file) ?? houseSource(file)
}
