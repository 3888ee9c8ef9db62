import type { Setting, RunCase } from '../case.ts'
import { goesOn } from './goes-on.ts'
import * as runs from './run-cells.ts'
import { runMemory, runState, runWish } from './run-state.ts'
import { held } from '../queue/held.ts'
import { forget, keep, refuse, stranger } from './step-of.ts'
import { tableOf } from './table.ts'
import type { Step } from '../../model/plan.ts'

type Cell = (the: RunCase, setting: Setting) => Step

/** `apply.md` 3, run-once. The footnotes are the functions of their cells, below. */
const text = `
| inventory       | desired   | absent              | closed                          | open                     | finished     | deleting         | foreign           | copy         |
|-----------------|-----------|---------------------|---------------------------------|--------------------------|--------------|------------------|-------------------|--------------|
| none            | absent    | keep (held: forget) | stop                            | –                        | –            | keep             | keep¹             | keep¹        |
| none            | present   | launch              | launch²                         | –                        | –            | hold terminating | refuse name-taken | refuse copy  |
| intended        | absent    | forget              | stop, forget                    | stop³                    | stop³        | stop (waits)     | forget¹           | forget¹      |
| intended        | same, new | launch              | launch²                         | replace³                 | replace³     | hold terminating | refuse name-taken | refuse copy  |
| launched, ended | absent    | forget              | stop, forget                    | stop, forget             | stop, forget | stop (waits)     | forget¹           | forget¹      |
| launched        | same      | record gone         | accepted: launch; opened: keep⁴ | keep⁵ (accepted: record) | record end   | keep             | record gone¹      | record gone¹ |
| ended           | same      | keep                | keep                            | keep                     | keep         | keep             | keep¹             | keep¹        |
| launched, ended | new       | launch              | replace                         | replace                  | replace      | hold terminating | refuse name-taken | refuse copy  |
`

const cells: Readonly<Record<string, Cell>> = {
  '–': (the) => refuse(the, 'could-not-tell'),
  keep: runs.settled,
  'keep (held: forget)': runs.settled,
  'keep¹': (the) => (runs.isOutOfUse(the) ? forget(the, 'not-ours') : keep(the, 'not-ours', stranger(the))),
  'keep⁵ (accepted: record)': goesOn,
  stop: runs.stop,
  'stop, forget': runs.stop,
  'stop³': runs.stop,
  'stop (waits)': (the) => ({ ...keep(the, 'going'), operation: 'stop' }),
  forget: (the) => forget(the),
  'forget¹': (the) => forget(the, 'not-ours'),
  launch: runs.launch,
  'launch²': runs.launchClosed,
  'accepted: launch; opened: keep⁴': (the) =>
    the.record?.phase === 'accepted' ? runs.open(the) : keep(the, 'suspended-by-hand'),
  replace: runs.replace,
  'replace³': runs.replace,
  'record gone': runs.gone,
  'record gone¹': (the, setting) => ({ ...runs.gone(the, setting), note: 'not-ours' }),
  'record end': runs.over,
  'hold terminating': (the, setting) =>
    held(runs.launch(the, setting), { hold: 'terminating', args: {}, commit: setting.commit }),
  'refuse name-taken': (the) => refuse(the, 'name-taken', stranger(the)),
  'refuse copy': (the) => refuse(the, 'copy', stranger(the)),
}

export const runTable = tableOf(text, Object.keys(cells))

export function decideRun(the: RunCase, setting: Setting): Step {
  const [wish, state] = [runWish(the), runState(the, setting.lab.namespace)]
  if (wish === 'behind') return runs.behind(the)
  if (state === 'stray') return runs.stray(the)
  const cell = cells[runTable.cell(runMemory(the), wish, state)]
  return cell === undefined ? refuse(the, 'could-not-tell') : cell(the, setting)
}
