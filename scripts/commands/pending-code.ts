import type { Plan } from '../model/plan.ts'
import { exitCode, type ExitCode } from './exit-code.ts'

const quiet: ReadonlySet<string> = new Set(['keep', 'record', 'forget'])

/** 1 where the whole lab is locked, 2 where somebody's requests have errors, 3 where an apply would do something, or something waits for somebody. */
export function pendingCode({ steps, locks }: Pick<Plan, 'steps' | 'locks'>): ExitCode {
  if (locks.some(({ scope }) => scope === 'lab')) return exitCode.failed
  if (locks.some(({ lock }) => lock === 'broken-files')) return exitCode.wrong
  return steps.every(({ operation }) => quiet.has(operation)) ? exitCode.done : exitCode.pending
}
