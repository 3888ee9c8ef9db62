import { isDeepStrictEqual } from 'node:util'
import type { JobResult } from './read-log.ts'
import type { Ran } from './run-workflow.ts'

/** Throws, with all that the run printed, unless its jobs ended so. */
export function cameTo({ jobs, log }: Ran, expected: Readonly<Record<string, JobResult>>): void {
  if (isDeepStrictEqual(jobs, expected)) return
  throw new Error(`the jobs came to ${JSON.stringify(jobs)} and not to ${JSON.stringify(expected)}:\n${log}`)
}
