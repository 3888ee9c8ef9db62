/** What one request may take. All but `seconds` are counted, not timed: the same file meets them on every machine. */
export interface Limits {
  /** Loop turns and calls, counted by QuickJS in ten thousands. */
  readonly steps: number
  /** Bytes on the sandbox's heap besides the templates. */
  readonly memory: number
  /** Bytes of C stack. V8 must never run out first: with 64 KiB, a deep `JSON.stringify` took 700 of V8's 984 KB. */
  readonly stack: number
  /** A second belt, for work that few steps count: then nobody knows what the file would have done. */
  readonly seconds: number
  /** Callbacks of promises. */
  readonly jobs: number
  /** Characters in one file. */
  readonly source: number
  readonly exports: number
  readonly objects: number
  /** Values inside each other in one manifest. */
  readonly depth: number
  /** Characters of JSON that a request's manifests may come to. */
  readonly output: number
}

export const defaultLimits: Limits = {
  steps: 10_000_000,
  memory: 8 * 2 ** 20,
  stack: 48 * 2 ** 10,
  seconds: 5,
  jobs: 10_000,
  source: 64 * 2 ** 10,
  exports: 1000,
  objects: 100,
  depth: 64,
  output: 2 ** 20,
}
