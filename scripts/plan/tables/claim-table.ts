import { adoptionOf } from './adoption-of.ts'
import type { ClaimCase, Setting } from '../case.ts'
import * as claims from './claim-cells.ts'
import { claimMemory, claimState, claimWish } from './claim-state.ts'
import { forget, hold, keep, refuse, stranger } from './step-of.ts'
import { tableOf } from './table.ts'
import type { Step } from '../../model/plan.ts'

type Cell = (the: ClaimCase, setting: Setting) => Step

/** `apply.md` 3, claims. The footnotes are the functions of their cells, below. */
const text = `
| inventory          | desired                      | absent                  | pending        | bound            | lost          | deleting           | foreign                 | other UID                |
|--------------------|------------------------------|-------------------------|----------------|------------------|---------------|--------------------|-------------------------|--------------------------|
| none               | absent                       | keep                    | release        | release          | release       | keep               | keep¹                   | –                        |
| none               | present                      | create                  | adopt⁷         | adopt⁷           | refuse lost   | refuse terminating | refuse name-taken⁶      | –                        |
| intended           | absent                       | forget                  | release        | release          | release       | release            | forget¹                 | –                        |
| intended           | present                      | create                  | record         | record           | refuse lost   | refuse terminating | refuse name-taken       | –                        |
| kept               | absent                       | refuse vanished; forget | release        | release          | release       | release            | refuse vanished; forget | refuse other-uid; forget |
| kept               | same                         | refuse vanished         | keep           | keep             | refuse lost   | refuse terminating | refuse vanished         | refuse other-uid         |
| kept               | larger                       | refuse vanished         | refuse unbound | update (storage) | refuse lost   | refuse terminating | refuse vanished         | refuse other-uid         |
| kept               | smaller, other class or mode | refuse vanished         | refuse spec    | refuse spec      | refuse lost   | refuse terminating | refuse vanished         | refuse other-uid         |
| kept               | higher incarnation           | create                  | refuse exists  | refuse exists    | refuse exists | hold terminating   | refuse name-taken       | refuse other-uid         |
| released           | absent                       | refuse vanished; forget | keep           | keep             | keep          | keep               | refuse vanished; forget | refuse other-uid; forget |
| released           | present                      | refuse vanished         | adopt⁷         | adopt⁷           | refuse lost   | refuse terminating | refuse vanished         | refuse other-uid         |
| released, retiring | retired                      | forget                  | retire⁸        | retire⁸          | retire⁸       | retire (waits)     | refuse other-uid        | refuse other-uid         |
`

const cells: Readonly<Record<string, Cell>> = {
  '–': (the) => refuse(the, 'could-not-tell'),
  keep: claims.stay,
  'keep¹': (the) => keep(the, 'not-ours', stranger(the)),
  create: claims.create,
  'adopt⁷': (the, setting) => claims.own(the, 'adopt', setting),
  record: (the, setting) => claims.own(the, 'record', setting),
  release: claims.release,
  'update (storage)': claims.grow,
  'retire⁸': claims.retire,
  'retire (waits)': (the) => ({ ...keep(the, 'going'), operation: 'retire' }),
  forget: (the) => forget(the),
  'forget¹': (the) => forget(the, 'not-ours'),
  'hold terminating': (the) => hold(the, 'terminating'),
  'refuse vanished': (the) => claims.lost(the, 'vanished', false),
  'refuse vanished; forget': (the) => claims.lost(the, 'vanished', true),
  'refuse other-uid': (the) => claims.lost(the, 'other-uid', false),
  'refuse other-uid; forget': (the) => claims.lost(the, 'other-uid', true),
  'refuse lost': (the) => refuse(the, 'lost'),
  'refuse terminating': (the) => refuse(the, 'terminating'),
  'refuse unbound': (the) => refuse(the, 'unbound'),
  'refuse spec': claims.spec,
  'refuse exists': (the) => refuse(the, 'exists', { incarnation: the.wanted?.incarnation ?? 1 }),
  'refuse name-taken': (the) => refuse(the, 'name-taken', stranger(the)),
  'refuse name-taken⁶': (the, setting) =>
    adoptionOf(the, setting.lab) ? claims.adoptStranger(the, setting) : refuse(the, 'name-taken', stranger(the)),
}

export const claimTable = tableOf(text, Object.keys(cells))

export function decideClaim(the: ClaimCase, setting: Setting): Step {
  const wish = claimWish(the, setting)
  if (wish === 'still requested') return refuse(the, 'still-requested')
  if (wish === 'lower incarnation')
    return refuse(the, 'run-behind', { asked: the.wanted?.incarnation ?? 1, recorded: the.record?.incarnation ?? 1 })
  const cell = cells[claimTable.cell(claimMemory(the, wish), wish, claimState(the, setting.lab.namespace))]
  return cell === undefined ? refuse(the, 'could-not-tell') : cell(the, setting)
}
