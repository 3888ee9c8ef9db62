import { describe, expect, test } from 'vitest'
import type { Manifest } from '../../scripts/model/manifest.ts'
import { foresee } from '../../scripts/plan/index.ts'
import { claim, clock, configMap, deployment, desired, job, lab, pod } from '../../scripts/plan/plan.fixture.ts'
import { foreseenViewOf } from '../../scripts/report/index.ts'

type Requests = Readonly<Record<string, readonly Manifest[]>>

const groups = { losses: 'loss', persons: 'person', growth: 'growth' } as const

function foreseen(before: Requests, after: Requests) {
  return foresee(desired(before), desired(after, { commit: 'd'.repeat(40), height: 11 }), lab(), clock)
}

/** Each row in one line: where it stands, and what it says. */
function told(before: Requests, after: Requests): readonly string[] {
  const view = foreseenViewOf(foreseen(before, after), { now: clock, timeZone: 'Etc/UTC' })
  return (['losses', 'persons', 'growth'] as const).flatMap((part) =>
    view[part].map(
      ({ sign, member, thing, told: { what, fix }, group }) =>
        `${groups[part]}${group === groups[part] ? '' : '!'} ${sign} ${member} · ${thing} ${what}${fix === undefined ? '' : ` ${fix}`}`,
    ),
  )
}

const x = (more = {}) => job('alice-x', { gpus: 1, hours: 6, ...more })

describe('a pull request', () => {
  test.each<[string, readonly Manifest[], readonly Manifest[], readonly string[]]>([
    ['that changes nothing', [x()], [x()], []],
    ['that adds a run', [], [x()], ['growth + alice · job x starts (1 GPU, 6 h at most).']],
    [
      'that removes one',
      [x()],
      [],
      ['loss − alice · job x if it still runs, it ends. If it is over, nothing happens.'],
    ],
    [
      'that raises a number',
      [x()],
      [x({ run: 2 })],
      ['loss ↻ alice · job x starts (run 2, 1 GPU, 6 h at most); if run 1 still runs, it ends before.'],
    ],
    [
      'that lowers one',
      [x({ run: 2 })],
      [x()],
      [
        'person ✖ alice · job x asks for run 1, and run 2 has been there already. Write `run: 3` to run it again, or `run: 2` to leave it.',
      ],
    ],
    [
      'that gives a job more time',
      [x()],
      [x({ hours: 8 })],
      [
        'growth ~ alice · job x if it still runs, it changes in its time while run 1 goes on. If it is over, nothing happens.',
      ],
    ],
    [
      'that gives a session more time',
      [pod('alice-x', { hours: 1 })],
      [pod('alice-x', { hours: 2 })],
      [
        'person ✖ alice · session x if it still runs, it cannot get a later end while run 1 goes on: the cluster does not allow it for a session. If it is over, nothing happens. Write `run: 2` for a new one, or put `hours` back.',
      ],
    ],
    [
      'that edits a run under its number',
      [x()],
      [x({ image: 'x:2' })],
      [
        'growth · alice · job x starts nothing new: run 1 stays as it was launched, and the new text counts from its next run on.',
      ],
    ],
    [
      'that adds a disk and who mounts it',
      [],
      [claim('alice-d'), x({ disks: ['alice-d'] })],
      ['growth + alice · disk d is made: 10Gi, empty.', 'growth + alice · job x starts (1 GPU, 6 h at most).'],
    ],
    [
      'that grows a disk',
      [claim('alice-d', '10Gi')],
      [claim('alice-d', '20Gi')],
      ['growth ~ alice · disk d grows from 10Gi to 20Gi, with its data.'],
    ],
    [
      'that lets one go',
      [claim('alice-d')],
      [],
      ['loss ◇ alice · disk d is kept with its data (10Gi) and listed as released.'],
    ],
    [
      'that removes a setting that a run reads',
      [configMap('alice-c'), x({ configs: ['alice-c'] })],
      [x({ configs: ['alice-c'] })],
      ['loss − alice · file set c is removed, once no run uses it any more.'],
    ],
    [
      'that changes a service',
      [deployment('alice-s')],
      [deployment('alice-s', { image: 'x:2' })],
      ['growth ~ alice · service s changes in its image.'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(told({ 'alice/x': before }, { 'alice/x': after })).toEqual(expected)
  })
})

test('who may have to wait in line', () => {
  const full = { 'bob/x': [job('bob-x', { gpus: 4 })], 'carol/x': [job('carol-x', { gpus: 3 })] }
  expect(told(full, { ...full, 'alice/x': [x({ gpus: 2 })] })).toEqual([
    'growth + alice · job x starts (2 GPUs, 6 h at most), or waits in line: if all that is requested now still runs, 7 of 8 GPUs are in use.',
  ])
})
