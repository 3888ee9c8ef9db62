import type { RunRow } from '../../model/card.ts'
import { isObject } from '../../model/json.ts'

/** Where a row stands, for its sign and for the first line: what needs a person first. */
export type RunState = 'wrong' | 'waits' | 'runs' | 'over' | 'done'

/** Worst first. */
export const statesInOrder: readonly RunState[] = ['wrong', 'waits', 'runs', 'over', 'done']

const wrong: ReadonlySet<string> = new Set(['failed', 'refused', 'interrupted', 'skipped'])

const states: Readonly<Record<string, RunState>> = {
  refused: 'wrong',
  absent: 'wrong',
  going: 'wrong',
  queued: 'waits',
  unknown: 'waits',
  running: 'runs',
}

export function stateOf({ ending, progress }: RunRow): RunState {
  if (wrong.has(ending)) return 'wrong'
  if (progress === undefined) return ending === 'held' ? 'waits' : 'done'
  if (progress.is === 'ended') return isObject(progress) && progress['end'] === 'failed' ? 'wrong' : 'over'
  return (Object.hasOwn(states, progress.is) ? states[progress.is] : undefined) ?? 'waits'
}

export const runSigns: Readonly<Record<RunState, string>> = { wrong: '✖', waits: '◌', runs: '●', over: '✔', done: '✔' }
