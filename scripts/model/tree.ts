import type { Finding } from './finding.ts'
import type { Folder } from './request.ts'

/** A file of the house as a Git tree has it. */
export interface HouseFile {
  /** `grants/118-carol-llm.json`. */
  readonly file: string
  readonly text: string
}

/** What a lab's tree in Git holds. */
export interface Tree {
  readonly folders: readonly Folder[]
  /** What may not stand where it stands, as for files on a disk. */
  readonly findings: readonly Finding[]
  /** The tree `users/<login>` of each member: equal where all below it is equal. */
  readonly folderIds: ReadonlyMap<string, string>
  readonly grants: readonly HouseFile[]
  readonly templates: readonly HouseFile[]
}
