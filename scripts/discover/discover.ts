import { readdirSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import { entryFault, mostFiles, rootFault, type Entry } from '../model/entry-fault.ts'
import { finding, type Finding } from '../model/finding.ts'
import type { Folder, Source } from '../model/request.ts'
import { readSource } from './read-source.ts'

export interface DiscoverOptions {
  /** What files are called, wherever they lie: `users`. */
  readonly shownRoot: string
}

export interface Discovered {
  readonly folders: readonly Folder[]
  readonly findings: readonly Finding[]
}

/**
 * Members' folders as they lie below `usersRoot`, in the order of their names. Threat: the tree is a stranger's. Links are never followed,
 * pipes and devices never opened, nothing large is read; what may not be there is a finding, and no source. Throws where the root cannot
 * be read.
 */
export function discover(usersRoot: string, { shownRoot }: DiscoverOptions): Discovered {
  const findings: Finding[] = []
  const folders: Folder[] = []
  const seen = new Map<string, string>()
  for (const entry of entriesOf(usersRoot)) {
    const shown = `${shownRoot}/${entry.name}`
    const fault = rootFault(asEntry(entry), shown, seen)
    seen.set(entry.name.toLowerCase(), entry.name)
    if (fault !== undefined) findings.push(fault)
    if (fault !== undefined || !entry.isDirectory()) continue
    const { sources, findings: own } = readFolder(join(usersRoot, entry.name), shown)
    findings.push(...own)
    if (sources.length > 0) folders.push({ owner: entry.name, sources })
  }
  return { folders, findings }
}

function readFolder(folder: string, shown: string): { sources: readonly Source[]; findings: readonly Finding[] } {
  let entries: readonly Dirent[]
  try {
    entries = entriesOf(folder)
  } catch (error) {
    return { sources: [], findings: [finding('file-unreadable', { why: whyOf(error) }, { file: shown })] }
  }
  if (entries.length > mostFiles) {
    const args = { count: entries.length, limit: mostFiles }
    return { sources: [], findings: [finding('files-too-many', args, { file: shown })] }
  }
  const sources: Source[] = []
  const findings: Finding[] = []
  for (const entry of entries) {
    const file = `${shown}/${entry.name}`
    const read = entryFault(asEntry(entry), file) ?? readSource(join(folder, entry.name), { name: entry.name, file })
    if ('code' in read) findings.push(read)
    else sources.push(read)
  }
  return { sources, findings }
}

function asEntry(entry: Dirent): Entry {
  const { name } = entry
  if (entry.isSymbolicLink()) return { name, kind: 'link' }
  if (entry.isDirectory()) return { name, kind: 'folder' }
  return { name, kind: entry.isFile() ? 'file' : 'special' }
}

/** Entries in the order of UTF-16 code units, the same everywhere. */
function entriesOf(folder: string): readonly Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((left, right) => (left.name < right.name ? -1 : 1))
}

function whyOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
