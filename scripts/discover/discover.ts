import { readdirSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
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

const mostFiles = 200
const houseFiles = new Set(['tsconfig.json'])

/** As GitHub gives them out; some old ones end in a hyphen. */
const login = /^[a-z0-9][a-z0-9-]{0,38}$/i
const fileName = /^[a-z0-9_][a-z0-9._-]{0,99}\.ts$/

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
    const fault = rootFault(entry, shown, seen)
    seen.set(entry.name.toLowerCase(), entry.name)
    if (fault !== undefined) findings.push(fault)
    if (fault !== undefined || !entry.isDirectory()) continue
    const { sources, findings: own } = readFolder(join(usersRoot, entry.name), shown)
    findings.push(...own)
    if (sources.length > 0) folders.push({ owner: entry.name, sources })
  }
  return { folders, findings }
}

function rootFault(entry: Dirent, file: string, seen: ReadonlyMap<string, string>): Finding | undefined {
  const { name } = entry
  if (entry.isSymbolicLink()) return finding('file-link', {}, { file })
  if (!entry.isDirectory()) {
    return entry.isFile() && houseFiles.has(name) ? undefined : finding('file-outside', { name }, { file })
  }
  const other = seen.get(name.toLowerCase())
  if (!login.test(name)) return finding('folder-name', { name }, { file })
  return other === undefined ? undefined : finding('folder-twin', { name, other }, { file })
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
    const read = entryFault(entry, file) ?? readSource(join(folder, entry.name), { name: entry.name, file })
    if ('code' in read) findings.push(read)
    else sources.push(read)
  }
  return { sources, findings }
}

function entryFault(entry: Dirent, file: string): Finding | undefined {
  const { name } = entry
  if (entry.isSymbolicLink()) return finding('file-link', {}, { file })
  if (entry.isDirectory()) return finding('folder-in-folder', { name }, { file })
  if (!entry.isFile()) return finding('file-special', {}, { file })
  if (fileName.test(name) && !name.endsWith('.d.ts')) return undefined
  return name.toLowerCase().endsWith('.ts') && !name.endsWith('.d.ts')
    ? finding('file-name', { name, suggestion: suggestionFor(name) }, { file })
    : finding('file-kind', { name }, { file })
}

/** The nearest name that would do. */
function suggestionFor(name: string): string {
  const stem = name.slice(0, -3).normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')
  return `${
    stem
      .replace(/[^a-z0-9._-]+/g, '-')
      .replace(/^[.-]+/, '')
      .slice(0, 100) || 'request'
  }.ts`
}

/** Entries in the order of UTF-16 code units, the same everywhere. */
function entriesOf(folder: string): readonly Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((left, right) => (left.name < right.name ? -1 : 1))
}

function whyOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
