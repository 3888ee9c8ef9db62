import { describe, expect, test } from 'vitest'
import { clock, commit, desired, job, live, pod, wanted, world, type LiveOptions } from '../plan.fixture.ts'
import { runTable } from './run-table.ts'
import { said, stepAbout } from '../said.fixture.ts'
import type { Manifest } from '../../model/manifest.ts'
import type { RunRecord } from '../../model/memory.ts'
import { keyOf } from '../../model/object-key.ts'
import type { LiveObject } from '../../model/world.ts'

/** Written down once more from `apply.md` 3, by outcome: a row for each memory and wish, a column for each state; `x` cannot be. */
const states = ['absent', 'closed', 'open', 'finished', 'deleting', 'foreign', 'copy'] as const
const x = undefined
type Row = readonly (string | undefined)[]

const nameTaken = 'refuse name-taken'
const waits = 'hold terminating'
const untouched = ['forget (not-ours) → dropped', 'forget (not-ours) → dropped']
const expected: Readonly<Record<string, Row>> = {
  'none, not wanted': ['nothing', 'stop', x, x, 'keep', 'nothing', 'keep (not-ours)'],
  'none, wanted': ['launch → opened 2', 'launch → opened 2', x, x, waits, nameTaken, 'refuse copy'],
  'held, not wanted': ['forget → dropped', 'stop → dropped', x, x, 'forget → dropped', ...untouched],
  'held, wanted': ['launch → opened 2', 'launch → opened 2', x, x, waits, nameTaken, 'refuse copy'],
  'intended, not wanted': [
    'forget → dropped',
    'stop → dropped',
    'stop → dropped',
    'stop → dropped',
    'stop (going)',
    ...untouched,
  ],
  'intended, same': [
    'launch → opened 2',
    'launch → opened 2',
    'replace → opened 2',
    'replace → opened 2',
    waits,
    nameTaken,
    'refuse copy',
  ],
  'intended, new': [
    'launch → opened 3',
    'launch → opened 3',
    'replace → opened 3',
    'replace → opened 3',
    waits,
    nameTaken,
    'refuse copy',
  ],
  'accepted, not wanted': [
    'forget → dropped',
    'stop → dropped',
    'stop → dropped',
    'stop → dropped',
    'stop (going)',
    ...untouched,
  ],
  'opened, not wanted': [
    'forget → dropped',
    'stop → dropped',
    'stop → dropped',
    'stop → dropped',
    'stop (going)',
    ...untouched,
  ],
  'ended, not wanted': [
    'forget → dropped',
    'stop → dropped',
    'stop → dropped',
    'stop → dropped',
    'stop (going)',
    ...untouched,
  ],
  'accepted, same': [
    'record → ended 2 gone',
    'launch → opened 2',
    'record → opened 2',
    'record → ended 2 succeeded',
    'keep',
    'record (not-ours) → ended 2 gone',
    'record (not-ours) → ended 2 gone',
  ],
  'opened, same': [
    'record → ended 2 gone',
    'keep (suspended-by-hand)',
    'keep',
    'record → ended 2 succeeded',
    'keep',
    'record (not-ours) → ended 2 gone',
    'record (not-ours) → ended 2 gone',
  ],
  'ended, same': ['keep', 'keep', 'keep', 'keep', 'keep', 'keep (not-ours)', 'keep (not-ours)'],
  'accepted, new': [
    'launch → opened 3',
    'replace → opened 3',
    'replace → opened 3',
    'replace → opened 3',
    waits,
    nameTaken,
    'refuse copy',
  ],
  'opened, new': [
    'launch → opened 3',
    'replace → opened 3',
    'replace → opened 3',
    'replace → opened 3',
    waits,
    nameTaken,
    'refuse copy',
  ],
  'ended, new': [
    'launch → opened 3',
    'replace → opened 3',
    'replace → opened 3',
    'replace → opened 3',
    waits,
    nameTaken,
    'refuse copy',
  ],
}

describe.each([
  ['Job', job],
  ['Pod', pod],
] as const)('a %s', (kind, made) => {
  const text = (run: number) => made('alice-x', { run, spec: kind === 'Pod' ? { nodeName: 'n1' } : {} })
  const rows = Object.entries(expected).flatMap(([row, cells]) =>
    states.flatMap((state, index) => (cells[index] === undefined ? [] : [[row, state, cells[index]] as const])),
  )

  test.each(rows)('%s, %s: %s', (row, state, cell) => {
    const [memory = '', wish = ''] = row.split(', ')
    const record = recordOf(memory, text(2))
    const asked = wish === 'not wanted' ? undefined : text(wish === 'new' ? 3 : 2)
    const object = objectIn(state, asked ?? text(2), record)
    const step = stepAbout(
      keyOf(text(2)),
      desired(
        asked === undefined ? { 'alice/keeps': [text(2)].map(() => made('alice-other')) } : { 'alice/x': [asked] },
      ),
      world({
        records: { alice: record === undefined ? {} : { [keyOf(text(2))]: record } },
        objects: object === undefined ? [] : [object],
      }),
    )
    expect(said(step).replace(/^(hold terminating) → .*/, '$1')).toBe(cell)
    const ends = ['stop', 'replace'].includes(step?.operation ?? '') && step?.note !== 'going'
    expect(ends ? step?.uid : 'none').toBe(ends ? object?.uid : 'none')
  })
})

test('every cell of the table of runs has its row here', () => {
  const rowsOf = { none: ['none', 'held'], intended: ['intended'], launched: ['accepted', 'opened'], ended: ['ended'] }
  const wishes = { absent: 'not wanted', present: 'wanted', same: 'same', new: 'new' }
  const missing = runTable.places.flatMap(({ inventory, desired: wish, live: state, cell }) =>
    rowsOf[inventory as keyof typeof rowsOf].flatMap((memory) => {
      const row = expected[`${memory}, ${wishes[wish as keyof typeof wishes]}`]
      const known = row?.[states.indexOf(state as (typeof states)[number])]
      return (known === undefined) === (cell === '–') ? [] : [`${memory}, ${wish}, ${state}`]
    }),
  )
  expect(missing).toEqual([])
})

function recordOf(memory: string, manifest: Manifest): RunRecord | undefined {
  const { run, digest, demand } = wanted('alice', manifest)
  const base = { run, digest, demand, commit }
  switch (memory) {
    case 'none':
      return undefined
    case 'held':
      return { ...base, phase: 'held', ticket: [1, 'users/alice/x.ts', 0] }
    case 'intended':
      return { ...base, phase: 'intended', previous: 'old' }
    case 'ended':
      return { ...base, phase: 'ended', uid: 'known', end: 'succeeded', endedAt: clock }
    default:
      return { ...base, phase: memory === 'accepted' ? 'accepted' : 'opened', uid: 'known' }
  }
}

function objectIn(
  state: (typeof states)[number],
  manifest: Manifest,
  record: RunRecord | undefined,
): LiveObject | undefined {
  const known = record?.uid ?? record?.previous ?? 'new'
  const over =
    manifest['kind'] === 'Job' ? { conditions: [{ type: 'Complete', status: 'True' }] } : { phase: 'Succeeded' }
  const options: Readonly<Record<string, LiveOptions>> = {
    closed: { uid: record?.uid ?? 'new', closed: true },
    open: { uid: known },
    finished: { uid: known, status: over },
    deleting: { uid: known, deleting: true },
    foreign: { uid: 'stranger', owner: null },
    copy: { uid: 'copied' },
  }
  const found = options[state]
  return found && live(manifest, found)
}
