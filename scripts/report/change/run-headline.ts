import type { RunRow } from '../../model/card.ts'
import { code } from '../code.ts'
import { moment } from '../plan/when.ts'
import { runSigns, stateOf, statesInOrder, type RunState } from './run-state.ts'
import type { Where } from './where.ts'

const words: Readonly<Record<RunState, string>> = {
  wrong: 'did not succeed',
  waits: 'waits',
  runs: 'is running',
  over: 'is over',
  done: 'was applied',
}

const many: Readonly<Record<RunState, string>> = {
  ...words,
  waits: 'wait',
  runs: 'running',
  over: 'over',
  done: 'applied',
}

/** The first line: what somebody has to look at, or until when all is well. */
export function runHeadline(rows: readonly RunRow[], where: Where): string {
  const byState = Map.groupBy(rows, stateOf)
  const there = statesInOrder.filter((state) => byState.has(state))
  const [first] = there
  if (first === undefined) return '✔ Merged; nothing in the cluster had to change'
  const own = byState.get(first) ?? []
  const rest = there.slice(1).map((state) => `${byState.get(state)?.length} ${many[state]}`)
  const [one] = own
  const begin = own.length === 1 && one !== undefined ? single(one, first, where) : `${own.length} ${many[first]}`
  return `${runSigns[first]} ${[begin, ...rest].join(' · ')}`
}

function single({ thing, endsBy }: RunRow, state: RunState, { timeZone }: Where): string {
  const until = state === 'runs' && endsBy !== undefined ? ` until ${moment(endsBy, timeZone)}` : ''
  return `${code(thing)} ${words[state]}${until}`
}
