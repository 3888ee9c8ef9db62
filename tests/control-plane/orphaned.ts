import { setTimeout as wait } from 'node:timers/promises'

/** Resolves when the process that started this one is gone: `npm run`, when it is killed, tells nobody. */
export async function orphaned(): Promise<void> {
  const parent = process.ppid
  while (process.ppid === parent) await wait(500, undefined, { ref: false })
}
