import { hash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Folder } from '../model/request.ts'

/** Characters of a SHA-256 in base64url. */
const keyLength = 43

/**
 * Judgements by the content they were made from. Invariant: a key names every byte that can change the answer (the folder's files and,
 * by the file's name, house, toolchain and day), so an entry is never stale, and only this process writes: a request has no files.
 */
export interface Cache {
  readonly get: (key: string) => string | undefined
  /** Keeps these entries and no others. A cache that cannot be written is no error: the next run is slower. */
  readonly keep: (entries: ReadonlyMap<string, string>) => void
}

export const noCache: Cache = { get: () => undefined, keep: () => undefined }

/** Keeps the last run's judgements in memory before those of `cache`, for a second look at nearly the same folders. */
export function remembering(cache: Cache): Cache {
  let last: ReadonlyMap<string, string> = new Map()
  return {
    get: (key) => last.get(key) ?? cache.get(key),
    keep: (entries) => {
      last = entries
      cache.keep(entries)
    },
  }
}

/** One file of lines `key TAB json` under a line that names who judged: ten thousand small files would cost more than they save. */
export function fileCache(file: string, digest: string): Cache {
  const entries = readEntries(file, digest)
  return {
    get: (key) => entries.get(key),
    keep: (next) => {
      if (next.size === entries.size && [...next.keys()].every((key) => entries.has(key))) return
      writeEntries(file, digest, next)
    },
  }
}

/** The key of one folder: names and texts, with lengths, so that no two folders run together. */
export function folderKey(folder: Folder): string {
  const parts = folder.sources.map(({ file, text }) => `${file.length} ${file} ${text.length} ${text}`)
  return hash('sha256', `${folder.owner} ${parts.join('')}`, 'base64url')
}

function readEntries(file: string, digest: string): ReadonlyMap<string, string> {
  try {
    const [head, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
    return head === digest
      ? new Map(lines.map((line) => [line.slice(0, keyLength), line.slice(keyLength + 1)]))
      : new Map()
  } catch {
    return new Map()
  }
}

function writeEntries(file: string, digest: string, entries: ReadonlyMap<string, string>): void {
  const text = [digest, ...[...entries].map(([key, json]) => `${key}\t${json}`)].join('\n')
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(`${file}.${process.pid}`, text, { mode: 0o600 })
    renameSync(`${file}.${process.pid}`, file)
  } catch {
    return
  }
}
