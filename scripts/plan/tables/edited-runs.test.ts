import { describe, expect, test } from 'vitest'
import { fixedDigest } from './fixed-digest.ts'
import { clock, commit, desired, job, live, pod, wanted, world, type LiveOptions } from '../plan.fixture.ts'
import { said, stepAbout } from '../said.fixture.ts'
import type { Manifest } from '../../model/manifest.ts'
import type { RunRecord } from '../../model/memory.ts'
import { keyOf } from '../../model/object-key.ts'

function launched(manifest: Manifest, more: Partial<RunRecord> = {}): RunRecord {
  const { run, digest, demand } = wanted('alice', manifest)
  return {
    run,
    phase: 'opened',
    uid: 'known',
    digest,
    fixed: fixedDigest(manifest),
    commit,
    demand,
    openedAt: '2026-11-24T10:00:00Z',
    ...more,
  }
}

/** What becomes of a run that was launched as `before`, now that its text is `after`. */
function edited(before: Manifest, after: Manifest, record: Partial<RunRecord> = {}, options: LiveOptions = {}) {
  return stepAbout(
    keyOf(before),
    desired({ 'alice/x': [after] }),
    world({
      records: { alice: { [keyOf(before)]: launched(before, record) } },
      objects: [live(before, { uid: 'known', ...options })],
    }),
  )
}

const indexed = (count: number, completions = count) => ({ completionMode: 'Indexed', parallelism: count, completions })

/** `apply.md` 4: in place, or with the next number only. */
describe('an edit under the same number, live', () => {
  test.each<[string, Manifest, Manifest, string, object?]>([
    [
      "a Job's end, later",
      job('a-x', { hours: 1 }),
      job('a-x', { hours: 2 }),
      'update',
      { spec: { activeDeadlineSeconds: 7200 } },
    ],
    [
      "a Job's end, sooner",
      job('a-x', { hours: 2 }),
      job('a-x', { hours: 1 }),
      'update',
      { spec: { activeDeadlineSeconds: 3600 } },
    ],
    [
      "a Job's end, taken off",
      job('a-x', { hours: 2 }),
      job('a-x'),
      'update',
      { spec: { activeDeadlineSeconds: null } },
    ],
    ['parallelism', job('a-x'), job('a-x', { spec: { parallelism: 3 } }), 'update', { spec: { parallelism: 3 } }],
    [
      'parallelism, to what it is by default',
      job('a-x', { spec: { parallelism: 3 } }),
      job('a-x'),
      'update',
      { spec: { parallelism: 1 } },
    ],
    ['retries', job('a-x'), job('a-x', { spec: { backoffLimit: 2 } }), 'update', { spec: { backoffLimit: 2 } }],
    [
      'how long it stays',
      job('a-x'),
      job('a-x', { spec: { ttlSecondsAfterFinished: 60 } }),
      'update',
      { spec: { ttlSecondsAfterFinished: 60 } },
    ],
    ['a label', job('a-x'), job('a-x', { labels: { a: 'b' } }), 'update', { metadata: { labels: { a: 'b' } } }],
    [
      'an Indexed Job, all of it at once',
      job('a-x', { spec: indexed(2) }),
      job('a-x', { spec: indexed(3) }),
      'update',
      { spec: { parallelism: 3, completions: 3 } },
    ],
    [
      'an Indexed Job, more than at once',
      job('a-x', { spec: indexed(2) }),
      job('a-x', { spec: indexed(2, 3) }),
      'keep (edited)',
    ],
    [
      'completions',
      job('a-x', { spec: { completions: 2 } }),
      job('a-x', { spec: { completions: 3 } }),
      'keep (edited)',
    ],
    ["a Job's image", job('a-x'), job('a-x', { image: 'x:2' }), 'keep (edited)'],
    ["a Job's image and its end", job('a-x'), job('a-x', { image: 'x:2', hours: 1 }), 'keep (edited)'],
    [
      "a Pod's end, where it had none",
      pod('a-x'),
      pod('a-x', { hours: 2 }),
      'update',
      { spec: { activeDeadlineSeconds: 7200 } },
    ],
    [
      "a Pod's end, sooner",
      pod('a-x', { hours: 2 }),
      pod('a-x', { hours: 1 }),
      'update',
      { spec: { activeDeadlineSeconds: 3600 } },
    ],
    ["a Pod's end, later", pod('a-x', { hours: 1 }), pod('a-x', { hours: 2 }), 'refuse needs-run'],
    ["a Pod's end, taken off", pod('a-x', { hours: 1 }), pod('a-x'), 'refuse needs-run'],
    ["a Pod's image", pod('a-x'), pod('a-x', { image: 'x:2' }), 'keep (edited)'],
    ["a Pod's tolerations", pod('a-x'), pod('a-x', { spec: { tolerations: [{ key: 'a' }] } }), 'keep (edited)'],
  ])('%s', (_, before, after, cell, patch) => {
    const step = edited(before, after)
    expect(said(step).split(' → ')[0]).toBe(cell)
    expect(step?.patch).toEqual(patch)
  })

  test('what is changed in place is remembered with its new text', () => {
    const after = job('a-x', { hours: 2 })
    expect(edited(job('a-x'), after)?.after).toEqual(launched(after))
  })
  test('what goes on as it was says where it differs', () => {
    expect(edited(job('a-x'), job('a-x', { image: 'x:2' }))?.args).toEqual({
      run: 1,
      fields: ['spec.template.spec.containers[0].image'],
    })
  })
  test('what the cluster has already is only remembered', () => {
    expect(edited(job('a-x'), job('a-x', { hours: 2 }), {}, { spec: { activeDeadlineSeconds: 7200 } })?.operation).toBe(
      'record',
    )
  })
  test('a memory that was made again does not know what can change in place', () => {
    const { fixed: _, ...record } = launched(job('a-x'))
    const objects = [live(job('a-x'), { uid: 'known' })]
    const step = stepAbout(
      'Job/a-x',
      desired({ 'alice/x': [job('a-x', { hours: 2 })] }),
      world({ records: { alice: { 'Job/a-x': record } }, objects }),
    )
    expect(said(step)).toBe('keep (edited)')
  })
})

describe('an edit under the same number', () => {
  const [before, after] = [job('a-x'), job('a-x', { image: 'x:2' })]

  test('of a run that is over changes nothing', () => {
    expect(said(edited(before, after, { phase: 'ended', end: 'failed' }))).toBe('keep (edited)')
  })
  test('of a run that was accepted: it is opened as it is, for another apply may open it too', () => {
    const step = edited(before, after, { phase: 'accepted' }, { closed: true })
    expect(step).toMatchObject({ operation: 'launch', uid: 'known', after: launched(before) })
  })
  test('of one whose making was begun launches the newest text', () => {
    const { uid: _, ...record } = launched(before, { phase: 'intended' })
    const objects = [live(before, { uid: 'new', closed: true })]
    expect(
      said(
        stepAbout(
          'Job/a-x',
          desired({ 'alice/x': [after] }),
          world({ records: { alice: { 'Job/a-x': record } }, objects }),
        ),
      ),
    ).toBe('replace → opened 1')
  })
  test('of one whose old incarnation is still there, closed: that one goes', () => {
    const { uid: _, ...record } = launched(before, { phase: 'intended', previous: 'new' })
    const objects = [live(before, { uid: 'new', closed: true })]
    expect(
      said(
        stepAbout(
          'Job/a-x',
          desired({ 'alice/x': [before] }),
          world({ records: { alice: { 'Job/a-x': record } }, objects }),
        ),
      ),
    ).toBe('replace → opened 1')
  })
})

describe('a recorded run', () => {
  const text = pod('a-x', { hours: 1 })
  const about = (record: Partial<RunRecord>, options: LiveOptions, made = text) => edited(made, made, record, options)

  test.each<[string, string, Partial<RunRecord>, LiveOptions]>([
    [
      'that no machine took for a day is stopped, and over',
      'stop → ended 1 never-started',
      { openedAt: '2026-11-23T12:00:00Z' },
      {},
    ],
    ['not a second sooner', 'keep (queued)', { openedAt: '2026-11-23T12:00:01Z' }, {}],
    ['that has its machine runs on', 'keep', { openedAt: '2026-11-22T12:00:00Z' }, { spec: { nodeName: 'n1' } }],
    [
      'that met its deadline',
      'record → ended 1 deadline',
      {},
      { status: { phase: 'Failed', reason: 'DeadlineExceeded' } },
    ],
    ['that failed', 'record → ended 1 failed', {}, { status: { phase: 'Failed', reason: 'Evicted' } }],
  ])('%s', (_, cell, record, options) => {
    expect(said(about(record, options))).toBe(cell)
  })

  test('a Job waits for its pods inside its own deadline', () => {
    expect(said(about({ openedAt: '2026-11-01T12:00:00Z' }, {}, job('a-x', { hours: 1 })))).toBe('keep')
  })
  test('its end is when the server says it was', () => {
    const conditions = [
      { type: 'Failed', status: 'True', reason: 'DeadlineExceeded', lastTransitionTime: '2026-11-24T11:00:00Z' },
    ]
    expect(about({}, { status: { conditions } }, job('a-x'))?.after).toMatchObject({
      end: 'deadline',
      endedAt: '2026-11-24T11:00:00Z',
    })
  })
  test('the end that a stop began is its end', () => {
    const record = launched(text, { end: 'stopped' })
    expect(
      said(stepAbout('Pod/a-x', desired({ 'alice/x': [text] }), world({ records: { alice: { 'Pod/a-x': record } } }))),
    ).toBe('record → ended 1 stopped')
  })
  test('a lower number is refused, and told which it would have to be', () => {
    expect(edited(job('a-x', { run: 3 }), job('a-x', { run: 2 }))).toMatchObject({
      refusal: 'run-behind',
      args: { asked: 2, recorded: 3 },
    })
  })
  test('a lower number is refused while the higher one is held', () => {
    const { uid: _, ...held } = launched(job('a-x', { run: 3 }), { phase: 'held' })
    expect(
      said(
        stepAbout(
          'Job/a-x',
          desired({ 'alice/x': [job('a-x', { run: 2 })] }),
          world({ records: { alice: { 'Job/a-x': held } } }),
        ),
      ),
    ).toBe('refuse run-behind')
  })
  test('what ends by a step: since when, and with which pods', () => {
    const own = live(pod('a-x-1'), { owner: null, owned: true, ownerReferences: [{ kind: 'Job', uid: 'known' }] })
    const objects = [live(job('a-x'), { uid: 'known' }), own]
    const step = stepAbout(
      'Job/a-x',
      desired({ 'alice/x': [pod('a-y')] }),
      world({ records: { alice: { 'Job/a-x': launched(job('a-x')) } }, objects }),
    )
    expect(step).toMatchObject({
      operation: 'stop',
      endsSince: '2026-11-24T10:00:00Z',
      args: { live: true, pods: ['a-x-1'] },
    })
  })
})

test('a closed object of a lost race is stopped, and what is recorded stays', () => {
  const record = launched(job('a-x'))
  const objects = [live(job('a-x'), { uid: 'stray', closed: true })]
  for (const asked of [job('a-x'), job('a-x', { run: 2 }), job('a-y')]) {
    const step = stepAbout(
      'Job/a-x',
      desired({ 'alice/x': [asked] }),
      world({ records: { alice: { 'Job/a-x': record } }, objects }),
    )
    expect(step).toMatchObject({ operation: 'stop', note: 'stray', uid: 'stray', before: record, after: record })
  }
})

test('a number that was held and is not wanted any more leaves the line', () => {
  const record = launched(job('a-x'), { ticket: [1, 'x', 0], heldSince: clock, asked: { gpus: 1, byResource: {} } })
  const step = stepAbout(
    'Job/a-x',
    desired({ 'alice/x': [job('a-x')] }),
    world({ records: { alice: { 'Job/a-x': record } }, objects: [live(job('a-x'), { uid: 'known' })] }),
  )
  expect(step).toMatchObject({ operation: 'record', after: launched(job('a-x')) })
})
