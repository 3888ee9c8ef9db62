import type { Telling } from './telling.ts'

export interface ReportOptions {
  /** Whether colour may be used, where the format knows any. */
  readonly color: boolean
  /** Columns to write for. */
  readonly width: number
  /** The text of a file that findings point into, as far as it is at hand. */
  readonly sources: (file: string) => string | undefined
}

/** What each format is: from the telling to its text, with a final line break. Prints nothing, decides nothing. */
export type Formatter = (telling: Telling, options: ReportOptions) => string
