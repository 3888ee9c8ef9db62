import type { Folder } from '../model/request.ts'
import type { Diagnostic } from './diagnostics.ts'

type Group = readonly Folder[]

const parts = 8

/** Equal parts of a group on which the compiler did not end well, to find out whose fault it is. */
export function partsOf(folders: Group): readonly Group[] {
  const size = Math.ceil(folders.length / parts)
  return Array.from({ length: Math.ceil(folders.length / size) }, (_, part) =>
    folders.slice(part * size, (part + 1) * size),
  )
}

/** Those who can be checked together first, then each who cannot. */
export function firstGroups(folders: Group): readonly Group[] {
  return [folders.filter((folder) => !declares(folder)), ...folders.filter(declares).map((folder) => [folder])]
}

/** Threat: `declare module` and `declare global` change what others may write, and the house. Who has the word is checked alone. */
export function declares({ sources }: Folder): boolean {
  return sources.some(({ text }) => /\bdeclare\b/.test(text))
}

/** The compiler looks at nobody's types while one file has a syntax error: the folders without one, to be asked about again. */
export function notLookedAt(diagnostics: readonly Diagnostic[], folders: Group): Group {
  if (diagnostics.length === 0 || diagnostics.some(({ ts }) => isAboutTypes(ts))) return []
  const owners = new Set(diagnostics.map(({ file }) => file?.split('/')[0]))
  return folders.filter(({ owner }) => !owners.has(owner))
}

function isAboutTypes(ts: number): boolean {
  return ts >= 2000 && ts < 8000
}
