import { expect, test } from 'vitest'
import { claim, clock, configMap, desired, job, lab, pod, world } from './plan.fixture.ts'
import { plan } from './plan.ts'
import { said } from './said.fixture.ts'
import { supposed } from './supposed.ts'
import type { Manifest } from '../model/manifest.ts'

type Requests = Readonly<Record<string, readonly Manifest[]>>

/** `apply.md` 3, the table of events: what follows on a cluster to which `before` was applied, with its runs live and with its runs over. */
function told(before: Requests, after: Requests, runs: 'live' | 'over'): Readonly<Record<string, string>> {
  const given = supposed(desired(before), { lab: lab(), clock, runs })
  const { steps } = plan(desired(after), given, lab(), clock)
  return Object.fromEntries(steps.map((step) => [`${step.member} ${step.key}`, said(step)]))
}

const all = (run = 1) => [job('alice-x', { run }), configMap('alice-c'), claim('alice-d')]
const rest = { 'bob/x': [job('bob-x')] }
const bob = { 'bob Job/bob-x': 'keep' }
const [run, config, disk] = [
  'alice Job/alice-x',
  'alice ConfigMap/alice-c',
  'alice PersistentVolumeClaim/alice-d',
] as const

test.each<[string, Requests, Requests, object, object]>([
  [
    'a file is removed',
    { 'alice/x': all() },
    {},
    { [run]: 'stop → dropped', [config]: 'delete → dropped', [disk]: 'release → released' },
    { [run]: 'forget → dropped', [config]: 'delete → dropped', [disk]: 'release → released' },
  ],
  [
    'an export is removed',
    { 'alice/x': all() },
    { 'alice/x': all().slice(1) },
    { [run]: 'stop → dropped', [config]: 'keep', [disk]: 'keep' },
    { [run]: 'forget → dropped', [config]: 'keep', [disk]: 'keep' },
  ],
  [
    'moved to other files',
    { 'alice/x': all() },
    { 'alice/a': all().slice(1), 'alice/y': all().slice(0, 1) },
    { [run]: 'keep', [config]: 'keep', [disk]: 'keep' },
    { [run]: 'keep', [config]: 'keep', [disk]: 'keep' },
  ],
  [
    'its number is raised',
    { 'alice/x': all() },
    { 'alice/x': all(2) },
    { [run]: 'replace → opened 2', [config]: 'keep', [disk]: 'keep' },
    { [run]: 'launch → opened 2', [config]: 'keep', [disk]: 'keep' },
  ],
  [
    'moved to another member: two keys, and data do not move',
    { 'alice/x': [job('alice-x'), claim('alice-d')] },
    { 'carol/x': [job('carol-x'), claim('carol-d')] },
    {
      [run]: 'stop → dropped',
      [disk]: 'release → released',
      'carol Job/carol-x': 'launch → opened 1',
      'carol PersistentVolumeClaim/carol-d': 'create → kept',
    },
    {
      [run]: 'forget → dropped',
      [disk]: 'release → released',
      'carol Job/carol-x': 'launch → opened 1',
      'carol PersistentVolumeClaim/carol-d': 'create → kept',
    },
  ],
  [
    'another kind under the name: two keys',
    { 'alice/x': [job('alice-x')] },
    { 'alice/x': [pod('alice-x')] },
    { [run]: 'stop → dropped', 'alice Pod/alice-x': 'launch → opened 1' },
    { [run]: 'forget → dropped', 'alice Pod/alice-x': 'launch → opened 1' },
  ],
])('%s', (_, before, after, live, over) => {
  expect(told({ ...rest, ...before }, { ...rest, ...after }, 'live')).toEqual({ ...bob, ...live })
  expect(told({ ...rest, ...before }, { ...rest, ...after }, 'over')).toEqual({ ...bob, ...over })
})

test('added again it is a new request; if no apply ran in between, what ended stays ended', () => {
  const again = desired({ 'alice/x': [job('alice-x')] })
  const over = supposed(again, { lab: lab(), clock, runs: 'over' })
  expect(plan(again, over, lab(), clock).steps.map(said)).toEqual(['keep'])
  expect(plan(again, world({ records: { alice: {} } }), lab(), clock).steps.map(said)).toEqual(['launch → opened 1'])
})

test('steps come by member, then as they are carried out', () => {
  const before = { 'alice/x': [job('alice-old'), configMap('alice-gone', {}, {})], 'bob/x': [job('bob-x')] }
  const after = {
    'alice/x': [pod('alice-p', { disks: ['alice-d'] }), job('alice-j'), configMap('alice-c'), claim('alice-d')],
    'bob/x': [job('bob-x')],
  }
  const given = supposed(desired(before), { lab: lab(), clock, runs: 'live' })
  expect(plan(desired(after), given, lab(), clock).steps.map(({ operation, key }) => `${operation} ${key}`)).toEqual([
    'create PersistentVolumeClaim/alice-d',
    'create ConfigMap/alice-c',
    'stop Job/alice-old',
    'launch Pod/alice-p',
    'launch Job/alice-j',
    'delete ConfigMap/alice-gone',
    'keep Job/bob-x',
  ])
})
