import type { Lab } from './lab.ts'
import type { Grant } from './grant.ts'

/** One file of a member. Names beginning with `_` are helpers and request nothing. */
export interface Source {
  /** The name inside the member's folder: `dev.ts`. */
  readonly name: string
  /** The path people know, from the repository's root: `users/alice/dev.ts`. */
  readonly file: string
  readonly text: string
}

/** All that one member wrote: what one sandbox may see besides the house. */
export interface Folder {
  readonly owner: string
  readonly sources: readonly Source[]
}

/** One request: a file of a member that exports manifests. */
export interface Request {
  readonly owner: string
  /** The file's name without `.ts`: `dev`. */
  readonly name: string
  readonly file: string
}

/** `alice/dev`. */
export function requestId(request: Request): string {
  return `${request.owner}/${request.name}`
}

/** The requests of a folder, in the order of their names. */
export function requestsOf(folder: Folder): readonly Request[] {
  return folder.sources
    .filter((source) => !source.name.startsWith('_'))
    .map((source) => ({ owner: folder.owner, name: source.name.replace(/\.ts$/, ''), file: source.file }))
}

/** What the admins own and requests are judged by: the base branch's, never the change's. */
export interface House {
  readonly lab: Lab
  readonly grants: readonly Grant[]
  /** Sources of `templates/`, by file name. */
  readonly templates: ReadonlyMap<string, string>
}
