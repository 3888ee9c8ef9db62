/** One request as YAML, and where it goes inside the output folder. */
export interface Rendered {
  /** `alice/dev.yaml`. */
  readonly file: string
  readonly text: string
}

/** What became of an output folder; paths inside it, sorted. */
export interface WriteSummary {
  readonly written: readonly string[]
  readonly unchanged: number
  /** Files of requests that are gone. */
  readonly removed: readonly string[]
  /** What we did not write, and so left as it is. */
  readonly left: readonly string[]
  /** Files that could not be written, because something we did not write stands in their place. */
  readonly blocked: readonly string[]
}
