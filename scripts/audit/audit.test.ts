import { property, assert, constantFrom, shuffledSubarray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { audit, type AuditInput } from './index.ts'
import { auditVerdict, type AuditFinding } from '../model/audit-finding.ts'
import type { ClaimRecord, RunRecord, StandingRecord } from '../model/memory.ts'
import { observedDigest } from '../model/owned.ts'
import {
  claim,
  clock,
  configMap,
  desired,
  job,
  lab,
  live,
  pod,
  world,
  type WorldOptions,
} from '../plan/plan.fixture.ts'

const disk: ClaimRecord = {
  phase: 'kept',
  uid: 'uid-PersistentVolumeClaim/alice-data',
  incarnation: 1,
  storage: '10Gi',
  class: 'rook-cephfs',
  modes: ['ReadWriteMany'],
  since: '2026-11-20T12:00:00Z',
}
const run: RunRecord = {
  run: 2,
  phase: 'opened',
  uid: 'uid-Pod/alice-dev',
  digest: 'd',
  commit: 'c',
  demand: { gpus: 1, byResource: {} },
}
const settings = live(configMap('alice-set'))
const kept: StandingRecord = {
  phase: 'kept',
  uid: settings.uid,
  digest: 'd',
  observed: observedDigest(settings.manifest),
}

const diskKey = 'PersistentVolumeClaim/alice-data'
const bound = { status: { phase: 'Bound' } }
const data = live(claim('alice-data'), bound)
const gpuPod = (name: string, owner: string | null = null) => live(pod(name, { gpus: 2 }), { owner })
const running = (start: string, hours: number) =>
  live(pod('alice-dev', { gpus: 1, hours }), { status: { phase: 'Running', startTime: start } })
const ofJob = (name: string, gpus: number) =>
  live(pod(name, { gpus }), {
    owner: null,
    owned: true,
    ownerReferences: [{ kind: 'Job', name: 'alice-train', uid: 'uid-Job/alice-train', controller: true }],
  })

interface Scene extends WorldOptions {
  readonly input?: Partial<AuditInput>
}

function found({ input, ...options }: Scene): readonly AuditFinding[] {
  return audit({ world: world(options), lab: lab(), now: clock, days: 7, ...input })
}

/** `disk-lost alice PersistentVolumeClaim/alice-data`. */
function words({ code, member, key }: AuditFinding): string {
  return [code, member, key].filter((part) => part !== undefined).join(' ')
}

const alice = (records: object) => ({ alice: records }) as unknown as NonNullable<WorldOptions['records']>
const asked = {
  desired: desired({ 'alice/dev': [claim('alice-data'), pod('alice-dev', { run: 2, disks: ['alice-data'] })] }),
}

describe('what is there against what is remembered', () => {
  const table: readonly (readonly [what: string, scene: Scene, findings: readonly string[]])[] = [
    ['all as it was left', { records: alice({ [diskKey]: disk }), objects: [data] }, []],
    ['a disk is gone', { records: alice({ [diskKey]: disk }) }, [`disk-vanished alice ${diskKey}`]],
    [
      'a released disk is gone',
      { records: alice({ [diskKey]: { ...disk, phase: 'released' } }) },
      [`disk-vanished alice ${diskKey}`],
    ],
    ['a disk that was to be destroyed is gone', { records: alice({ [diskKey]: { ...disk, phase: 'retiring' } }) }, []],
    [
      'a disk is gone, and a new one is asked for',
      {
        records: alice({ [diskKey]: disk }),
        input: { desired: desired({ 'alice/x': [claim('alice-data', '10Gi', { incarnation: 2 })] }) },
      },
      [],
    ],
    [
      'no claim could be listed',
      { records: alice({ [diskKey]: disk }), unread: ['PersistentVolumeClaim'] },
      ['lists-unread'],
    ],
    [
      'another disk has its name',
      { records: alice({ [diskKey]: { ...disk, uid: 'other' } }), objects: [data] },
      [`disk-replaced alice ${diskKey}`],
    ],
    [
      'a disk lost its storage',
      { records: alice({ [diskKey]: disk }), objects: [live(claim('alice-data'), { status: { phase: 'Lost' } })] },
      [`disk-lost alice ${diskKey}`],
    ],
    [
      'somebody deletes a disk',
      { records: alice({ [diskKey]: disk }), objects: [live(claim('alice-data'), { ...bound, deleting: true })] },
      [`disk-deleting alice ${diskKey}`],
    ],
    [
      'a disk was grown by the storage identity, which remembers nothing',
      { records: alice({ [diskKey]: disk }), objects: [live(claim('alice-data', '20Gi'), bound)] },
      [],
    ],
    [
      'a disk was grown by hand',
      { records: alice({ [diskKey]: disk }), objects: [live(claim('alice-data', '20Gi'), bound)], input: asked },
      [`disk-changed alice ${diskKey}`],
    ],
    [
      'a disk is of another class',
      { records: alice({ [diskKey]: { ...disk, class: 'linstor' } }), objects: [data] },
      [`disk-changed alice ${diskKey}`],
    ],
    ['settings as they were left', { records: alice({ 'ConfigMap/alice-set': kept }), objects: [settings] }, []],
    [
      'settings that somebody changed',
      { records: alice({ 'ConfigMap/alice-set': { ...kept, observed: 'other' } }), objects: [settings] },
      ['drifted alice ConfigMap/alice-set'],
    ],
    [
      'settings that were looked at by nobody yet',
      {
        records: alice({ 'ConfigMap/alice-set': { phase: 'kept', uid: settings.uid, digest: 'd' } }),
        objects: [settings],
      },
      [],
    ],
    [
      'settings are gone',
      { records: alice({ 'ConfigMap/alice-set': kept }) },
      ['object-missing alice ConfigMap/alice-set'],
    ],
    [
      'other settings have the name',
      { records: alice({ 'ConfigMap/alice-set': { ...kept, uid: 'other' } }), objects: [settings] },
      ['object-missing alice ConfigMap/alice-set', 'copy alice ConfigMap/alice-set'],
    ],
    ['a run was taken away by the cluster', { records: alice({ 'Pod/alice-dev': run }) }, []],
    [
      'a run ends within a day',
      { records: alice({ 'Pod/alice-dev': run }), objects: [running('2026-11-24T11:00:00Z', 6)] },
      ['ends-soon alice Pod/alice-dev'],
    ],
    [
      'a run ends the day after tomorrow',
      { records: alice({ 'Pod/alice-dev': run }), objects: [running('2026-11-24T11:00:00Z', 48)] },
      [],
    ],
    [
      'a run is past its end',
      { records: alice({ 'Pod/alice-dev': run }), objects: [running('2026-11-24T05:00:00Z', 6)] },
      ['past-deadline alice Pod/alice-dev'],
    ],
    [
      'a run is past its end by minutes: the cluster is at it',
      { records: alice({ 'Pod/alice-dev': run }), objects: [running('2026-11-24T05:55:00Z', 6)] },
      [],
    ],
    [
      'a run is over, and no apply has noted it',
      {
        records: alice({ 'Pod/alice-dev': run }),
        objects: [
          live(pod('alice-dev'), {
            status: {
              phase: 'Failed',
              containerStatuses: [{ state: { terminated: { finishedAt: '2026-11-24T11:00:00Z' } } }],
            },
          }),
        ],
      },
      ['run-ended alice Pod/alice-dev'],
    ],
    [
      'a run ended six days ago, and one eight days ago',
      {
        records: alice({
          'Job/alice-a': { ...run, phase: 'ended', end: 'failed', endedAt: '2026-11-18T12:00:00Z' },
          'Job/alice-b': { ...run, phase: 'ended', end: 'failed', endedAt: '2026-11-16T12:00:00Z' },
        }),
      },
      ['run-ended alice Job/alice-a'],
    ],
    [
      'somebody suspended a job',
      {
        records: alice({ 'Job/alice-train': { ...run, uid: 'uid-Job/alice-train' } }),
        objects: [live(job('alice-train'), { closed: true })],
      },
      ['suspended-by-hand alice Job/alice-train'],
    ],
    [
      'a job has more pods than it declares',
      {
        records: alice({ 'Job/alice-train': { ...run, uid: 'uid-Job/alice-train' } }),
        objects: [live(job('alice-train', { gpus: 1 })), ofJob('a', 1), ofJob('b', 1)],
      },
      ['more-pods alice Job/alice-train'],
    ],
    [
      'a pod whose gate never opened under our mark, and one that somebody copied open',
      {
        records: alice({}),
        objects: [live(pod('alice-a', { gpus: 1 }), { closed: true }), gpuPod('alice-b', 'alice')],
      },
      ['copy alice Pod/alice-b'],
    ],
    [
      'objects of a member whose memory is missing are no copies',
      { ledger: { members: ['bob'] }, objects: [gpuPod('bob-b', 'bob')] },
      ['memory-unread bob'],
    ],
    [
      'pods with GPUs, without, over, and of a job that is ours',
      {
        records: alice({ 'Job/alice-train': { ...run, uid: 'uid-Job/alice-train' } }),
        objects: [
          gpuPod('stranger'),
          live(pod('poor'), { owner: null }),
          live(pod('over', { gpus: 1 }), { owner: null, status: { phase: 'Succeeded' } }),
          live(job('alice-train', { gpus: 1 })),
          ofJob('alice-train-x', 1),
        ],
      },
      ['gpus-unrequested Pod/stranger'],
    ],
    [
      'somebody else’s object has a name that is asked for',
      { objects: [live(pod('alice-dev'), { owner: null })], input: asked },
      ['name-taken alice Pod/alice-dev'],
    ],
    ['the same, and nobody asks for the name', { objects: [live(pod('alice-dev'), { owner: null })] }, []],
    [
      'a member left',
      { records: { gone: { 'ConfigMap/gone-set': { ...kept, uid: 'uid-ConfigMap/gone-set', observed: 'x' } } } },
      ['object-missing gone ConfigMap/gone-set', 'member-left gone'],
    ],
    ['a member left and nothing is remembered', { records: { gone: {} } }, []],
  ]
  test.each(table)('%s', (_, scene, findings) => {
    expect(found(scene).map(words).sort()).toEqual([...findings].sort())
  })
})

const released = (since: string) => alice({ [diskKey]: { ...disk, phase: 'released', since } })
const keptSince = (since: string, more: object = {}) => alice({ [diskKey]: { ...disk, since }, ...more })

describe('disks that nobody uses', () => {
  const mounting = live(pod('x', { disks: ['alice-data'] }), { owner: null })
  const table: readonly (readonly [what: string, scene: Scene, code: string | undefined])[] = [
    ['let go yesterday', { records: released('2026-11-23T12:00:00Z') }, 'disk-released'],
    ['let go five months ago', { records: released('2026-06-24T12:00:00Z') }, 'disk-unused'],
    ['let go five months ago less a day', { records: released('2026-06-25T12:00:00Z') }, 'disk-released'],
    [
      'the same, and somebody mounts it',
      { records: released('2026-06-24T12:00:00Z'), objects: [mounting] },
      'disk-released',
    ],
    ['kept for five months', { records: keptSince('2026-06-24T12:00:00Z'), input: asked }, 'disk-unused'],
    ['the same, and who uses it is not known', { records: keptSince('2026-06-24T12:00:00Z') }, undefined],
    [
      'the same, and it is in use',
      { records: keptSince('2026-06-24T12:00:00Z'), objects: [mounting], input: asked },
      undefined,
    ],
    [
      'the same, and a run had it last week',
      {
        records: keptSince('2026-06-24T12:00:00Z', {
          'Pod/alice-dev': { ...run, phase: 'ended', end: 'failed', endedAt: '2026-11-16T12:00:00Z' },
        }),
        input: asked,
      },
      undefined,
    ],
  ]
  test.each(table)('%s', (_, { objects = [], ...scene }, code) => {
    const codes = found({ ...scene, objects: [data, ...objects] }).map((finding) => finding.code)
    expect(codes).toEqual(code === undefined ? [] : [code])
  })

  test('with age, and days until the purge; an ordered end is told', () => {
    const retirements = [{ claim: 'alice-data', uid: disk.uid ?? '', on: '2026-12-24' }]
    const scene = { records: released('2026-11-14T12:00:00Z'), objects: [data] }
    const [finding] = found({ ...scene, input: { lab: lab({ retirements }) } })
    expect(finding?.args).toEqual({
      storage: '10Gi',
      since: '2026-11-14T12:00:00Z',
      days: 10,
      purgeIn: 171,
      retires: '2026-12-24',
    })
  })
})

test('who wrote last is told, and a status is nobody’s hand', () => {
  const managers = [
    { manager: 'kubectl-edit', operation: 'Update', time: '2026-11-24T10:00:00Z' },
    { manager: 'older', operation: 'Update', time: '2026-11-23T10:00:00Z' },
    { manager: 'controller', operation: 'Update', time: '2026-11-24T11:00:00Z', subresource: 'status' },
  ]
  const records = alice({ 'ConfigMap/alice-set': { ...kept, observed: 'other' } })
  const [finding] = found({ records, objects: [live(configMap('alice-set'), { managers })] })
  expect(finding?.args).toEqual({ by: 'kubectl-edit', at: '2026-11-24T10:00:00Z' })
})

test('what could not be read comes first and outweighs the rest', () => {
  const scene = { records: alice({ [diskKey]: disk }), objects: [gpuPod('stranger')], unread: ['Job'] }
  expect(found(scene).map(({ code }) => code)).toEqual(['lists-unread', 'disk-vanished', 'gpus-unrequested'])
  expect(auditVerdict(found(scene))).toBe('unknown')
  expect(auditVerdict(found({ ...scene, unread: [] }))).toBe('person')
  expect(auditVerdict([])).toBe('news')
})

test('the same for any order of what was read', () => {
  const records = alice({ [diskKey]: disk, 'Pod/alice-dev': run, 'ConfigMap/alice-set': kept })
  const objects = [data, settings, gpuPod('one'), gpuPod('two'), running('2026-11-24T11:00:00Z', 6)]
  const whole = found({ records, objects })
  assert(
    property(
      shuffledSubarray(objects, { minLength: objects.length }),
      constantFrom(true, false),
      (shuffled, reversed) => {
        const own = Object.entries(records['alice'] ?? {})
        const entries = Object.fromEntries(reversed ? own.toReversed() : own)
        expect(found({ records: alice(entries), objects: shuffled })).toEqual(whole)
      },
    ),
  )
})
