import { describe, expect, test } from 'vitest'
import { foresee } from './foresee.ts'
import { claim, clock, configMap, desired, job, lab, pod } from './plan.fixture.ts'
import { said } from './said.fixture.ts'
import type { Manifest } from '../model/manifest.ts'
import type { Step } from '../model/plan.ts'

type Requests = Readonly<Record<string, readonly Manifest[]>>
const word = (step: Step | undefined) => said(step).split(' → ')[0] ?? ''

/** What a pull request is told: one word where both plans agree, else what happens if the run is live, and if it is over. */
function told(before: Requests, after: Requests): Readonly<Record<string, string>> {
  const { certain, uncertain } = foresee(
    desired(before),
    desired(after, { commit: 'd'.repeat(40), height: 11 }),
    lab(),
    clock,
  )
  return Object.fromEntries([
    ...certain.map((step) => [step.key, word(step)]),
    ...uncertain.map(({ ifLive, ifOver }) => [ifLive?.key ?? ifOver?.key, `${word(ifLive)} | ${word(ifOver)}`]),
  ])
}

const rest = { 'bob/x': [job('bob-x')] }
const others = { 'Job/bob-x': 'keep' }

describe('a pull request', () => {
  test.each<[string, readonly Manifest[], readonly Manifest[], object]>([
    ['that changes nothing', [job('alice-x')], [job('alice-x')], { 'Job/alice-x': 'keep' }],
    ['that adds a run', [], [job('alice-x')], { 'Job/alice-x': 'launch' }],
    ['that removes one', [job('alice-x')], [], { 'Job/alice-x': 'stop | forget' }],
    ['that raises a number', [job('alice-x')], [job('alice-x', { run: 2 })], { 'Job/alice-x': 'replace | launch' }],
    ['that lowers one', [job('alice-x', { run: 2 })], [job('alice-x')], { 'Job/alice-x': 'refuse run-behind' }],
    [
      'that gives a Job more time',
      [job('alice-x', { hours: 1 })],
      [job('alice-x', { hours: 2 })],
      { 'Job/alice-x': 'update | keep (edited)' },
    ],
    [
      'that gives a Pod more time',
      [pod('alice-x', { hours: 1 })],
      [pod('alice-x', { hours: 2 })],
      { 'Pod/alice-x': 'refuse needs-run | keep (edited)' },
    ],
    [
      'that edits a run under its number',
      [job('alice-x')],
      [job('alice-x', { image: 'x:2' })],
      { 'Job/alice-x': 'keep (edited)' },
    ],
    [
      'that adds a disk and who mounts it',
      [],
      [claim('alice-d'), job('alice-x', { disks: ['alice-d'] })],
      { 'PersistentVolumeClaim/alice-d': 'create', 'Job/alice-x': 'launch' },
    ],
    [
      'that grows a disk',
      [claim('alice-d', '10Gi')],
      [claim('alice-d', '20Gi')],
      { 'PersistentVolumeClaim/alice-d': 'update' },
    ],
    [
      'that shrinks one',
      [claim('alice-d', '10Gi')],
      [claim('alice-d', '5Gi')],
      { 'PersistentVolumeClaim/alice-d': 'refuse spec' },
    ],
    ['that removes one', [claim('alice-d')], [], { 'PersistentVolumeClaim/alice-d': 'release' }],
    [
      'that changes a setting',
      [configMap('alice-c', { a: '1' })],
      [configMap('alice-c', { a: '2' })],
      { 'ConfigMap/alice-c': 'update' },
    ],
    [
      'that removes a setting that a run reads',
      [configMap('alice-c'), job('alice-x', { configs: ['alice-c'] })],
      [job('alice-x', { configs: ['alice-c'] })],
      { 'ConfigMap/alice-c': 'hold needed | delete', 'Job/alice-x': 'keep' },
    ],
  ])('%s', (_, before, after, expected) => {
    expect(told({ ...rest, 'alice/x': before }, { ...rest, 'alice/x': after })).toEqual({ ...others, ...expected })
  })
})

test('what may have to wait in line: it depends on who still runs', () => {
  const full = { 'bob/x': [job('bob-x', { gpus: 4 })], 'carol/x': [job('carol-x', { gpus: 3 })] }
  expect(told(full, { ...full, 'alice/x': [job('alice-x', { gpus: 2 })] })).toMatchObject({
    'Job/alice-x': 'hold lab-total | launch',
  })
})

test('GPUs and GPU-hours, before and after', () => {
  const base = desired({ 'bob/x': [job('bob-x', { gpus: 2, hours: 10 })] })
  const head = desired({
    'bob/x': [job('bob-x', { gpus: 2, hours: 10 })],
    'alice/x': [job('alice-x', { gpus: 1, hours: 5 })],
  })
  expect(foresee(base, head, lab(), clock).live.lab).toEqual({
    now: { gpus: 2, byResource: { 'nvidia.com/gpu': 2 } },
    after: { gpus: 3, byResource: { 'nvidia.com/gpu': 3 } },
    limit: 8,
    hoursNow: 20,
    hoursAfter: 25,
  })
})

test('a suspended member had nothing launched', () => {
  const base = { 'sue/x': [job('sue-x'), claim('sue-d')], ...rest }
  expect(told(base, base)).toEqual({ ...others, 'Job/sue-x': 'hold suspended', 'PersistentVolumeClaim/sue-d': 'keep' })
})
