import { finding, type Finding } from './finding.ts'

/** Something in a folder, on a disk or in Git. */
export interface Entry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'link' | 'special'
}

/** A member may have so many files. */
export const mostFiles = 200

/** Bytes that one of them may have. */
export const mostBytes = 64 * 1024

const houseFiles = new Set(['tsconfig.json'])

/** As GitHub gives them out; some old ones end in a hyphen. */
const login = /^[a-z0-9][a-z0-9-]{0,38}$/i
const fileName = /^[a-z0-9_][a-z0-9._-]{0,99}\.ts$/

/** Why something may not stand directly below `users/`. `seen`: the names that came before it, in lower case and as they are spelt. */
export function rootFault(entry: Entry, file: string, seen: ReadonlyMap<string, string>): Finding | undefined {
  const { name, kind } = entry
  if (kind === 'link') return finding('file-link', {}, { file })
  if (kind !== 'folder') {
    return kind === 'file' && houseFiles.has(name) ? undefined : finding('file-outside', { name }, { file })
  }
  const other = seen.get(name.toLowerCase())
  if (!login.test(name)) return finding('folder-name', { name }, { file })
  return other === undefined ? undefined : finding('folder-twin', { name, other }, { file })
}

/** Why something may not stand in a member's folder. */
export function entryFault({ name, kind }: Entry, file: string): Finding | undefined {
  if (kind === 'link') return finding('file-link', {}, { file })
  if (kind === 'folder') return finding('folder-in-folder', { name }, { file })
  if (kind === 'special') return finding('file-special', {}, { file })
  if (isRequestName(name)) return undefined
  return name.toLowerCase().endsWith('.ts') && !name.endsWith('.d.ts')
    ? finding('file-name', { name, suggestion: suggestionFor(name) }, { file })
    : finding('file-kind', { name }, { file })
}

/** The name of a request or of a helper: what is called otherwise is read by nobody. */
export function isRequestName(name: string): boolean {
  return fileName.test(name) && !name.endsWith('.d.ts')
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
