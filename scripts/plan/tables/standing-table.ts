import { adoptionOf } from './adoption-of.ts'
import type { Setting, StandingCase } from '../case.ts'
import * as standing from './standing-cells.ts'
import { standingMemory, standingState } from './standing-state.ts'
import { forget, hold, keep, refuse, stranger } from './step-of.ts'
import { isMarked } from './run-state.ts'
import { tableOf } from './table.ts'
import type { Step } from '../../model/plan.ts'

type Cell = (the: StandingCase, setting: Setting) => Step

/** `apply.md` 3, standing objects. The footnotes are the functions of their cells, below. */
const text = `
| inventory      | desired | absent | same   | differs           | contested       | deleting         | foreign            | other UID                             |
|----------------|---------|--------|--------|-------------------|-----------------|------------------|--------------------|---------------------------------------|
| none           | absent  | keep   | keep¹  | keep¹             | keep¹           | keep             | keep¹              | –                                     |
| none           | present | create | adopt  | adopt, update     | refuse conflict | hold terminating | refuse name-taken⁶ | –                                     |
| intended, kept | absent  | forget | delete | delete            | delete          | delete (waits)   | forget¹            | forget¹                               |
| intended       | present | create | record | update or replace | refuse conflict | hold terminating | refuse name-taken  | –                                     |
| kept           | present | create | keep   | update or replace | refuse conflict | hold terminating | refuse name-taken  | marked: adopt; else refuse name-taken |
`

const cells: Readonly<Record<string, Cell>> = {
  '–': (the) => refuse(the, 'could-not-tell'),
  keep: (the) => standing.same(the),
  'keep¹': (the) => keep(the, 'not-ours', stranger(the)),
  create: standing.create,
  adopt: (the) => standing.own(the, 'adopt'),
  'adopt, update': standing.change,
  record: (the) => standing.own(the, 'record'),
  'update or replace': standing.change,
  delete: standing.remove,
  'delete (waits)': (the) => ({ ...keep(the, 'going'), operation: 'delete' }),
  forget: (the) => forget(the),
  'forget¹': (the) => forget(the, 'not-ours'),
  'hold terminating': (the) => hold(the, 'terminating'),
  'refuse conflict': standing.conflict,
  'refuse name-taken': standing.nameTaken,
  'refuse name-taken⁶': (the, setting) =>
    adoptionOf(the, setting.lab) ? standing.adopt(the, setting) : standing.nameTaken(the),
  'marked: adopt; else refuse name-taken': (the, setting) =>
    isMarked(the, setting.lab.namespace) ? standing.adopt(the, setting) : standing.nameTaken(the),
}

export const standingTable = tableOf(text, Object.keys(cells))

export function decideStanding(the: StandingCase, setting: Setting): Step {
  const wish = the.wanted === undefined ? 'absent' : 'present'
  const cell = cells[standingTable.cell(standingMemory(the), wish, standingState(the, setting))]
  return cell === undefined ? refuse(the, 'could-not-tell') : cell(the, setting)
}
