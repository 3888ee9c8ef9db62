import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder in or above `from` in which `users/` lies, as Git looks for its own; `from` itself where there is none. */
export function homeOf(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (isFolder(join(folder, 'users'))) return folder
    if (dirname(folder) === folder) return from
  }
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
