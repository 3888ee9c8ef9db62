import { describe, expect, test } from 'vitest'
import { configMap, desired, fieldsOf, lab, live, service, wanted, world } from '../plan.fixture.ts'
import { said, stepAbout } from '../said.fixture.ts'
import { standingTable } from './standing-table.ts'
import type { JsonObject } from '../../model/json.ts'
import type { StandingRecord } from '../../model/memory.ts'
import { observedDigest } from '../../model/owned.ts'
import type { LiveObject } from '../../model/world.ts'

const key = 'ConfigMap/alice-x'
const text = configMap('alice-x', { a: '1' })
const older = configMap('alice-x', { a: '0' })
const kubectl = (fields: JsonObject) => ({ manager: 'kubectl', operation: 'Update', fieldsV1: fields })

/** Written down once more from `apply.md` 3, by outcome. */
const states = ['absent', 'same', 'differs', 'contested', 'deleting', 'foreign', 'other UID'] as const
const x = undefined
const conflict = 'refuse conflict'
const nameTaken = 'refuse name-taken'
const forgotten = 'forget (not-ours) → dropped'
const expected: Readonly<Record<string, readonly (string | undefined)[]>> = {
  'none, absent': ['nothing', 'keep (not-ours)', 'keep (not-ours)', 'keep (not-ours)', 'keep', 'nothing', x],
  'none, present': ['create → kept', 'adopt → kept', 'update → kept', conflict, 'hold terminating', nameTaken, x],
  'intended, absent': [
    'forget → dropped',
    'delete → dropped',
    'delete → dropped',
    'delete → dropped',
    'delete (going)',
    forgotten,
    forgotten,
  ],
  'kept, absent': [
    'forget → dropped',
    'delete → dropped',
    'delete → dropped',
    'delete → dropped',
    'delete (going)',
    forgotten,
    forgotten,
  ],
  'intended, present': ['create → kept', 'record → kept', 'update → kept', conflict, 'hold terminating', nameTaken, x],
  'kept, present': ['create → kept', 'keep', 'update → kept', conflict, 'hold terminating', nameTaken, nameTaken],
}

const rows = Object.entries(expected).flatMap(([row, cells]) =>
  states.flatMap((state, index) => (cells[index] === undefined ? [] : [[row, state, cells[index]] as const])),
)

test.each(rows)('%s, %s: %s', (row, state, cell) => {
  const [memory = '', wish] = row.split(', ')
  const object = objectIn(state)
  const record = recordOf(memory, state)
  const step = stepAbout(
    key,
    desired({ 'alice/x': wish === 'present' ? [text] : [configMap('alice-other')] }),
    world({
      records: { alice: record === undefined ? {} : { [key]: record } },
      objects: object === undefined ? [] : [object],
    }),
  )
  expect(said(step)).toBe(cell)
})

test('every cell of the table of standing objects has its row here', () => {
  const missing = standingTable.places.filter(({ inventory, desired: wish, live: state, cell }) => {
    const known = expected[`${inventory}, ${wish}`]?.[states.indexOf(state as (typeof states)[number])]
    return (known === undefined) !== (cell === '–')
  })
  expect(missing).toEqual([])
})

function recordOf(memory: string, state: string): StandingRecord | undefined {
  const { digest } = wanted('alice', state === 'differs' ? older : text)
  const uid = state === 'foreign' ? {} : { uid: 'known' }
  if (memory === 'intended') return { phase: 'intended', digest, ...(state === 'other UID' && uid) }
  const observed = observedDigest(objectIn('same')?.manifest ?? {})
  return memory === 'kept' ? { phase: 'kept', digest, ...uid, observed } : undefined
}

function objectIn(state: (typeof states)[number]): LiveObject | undefined {
  const objects: Readonly<Record<string, LiveObject>> = {
    same: live(text, { uid: 'known' }),
    differs: live(older, { uid: 'known' }),
    contested: contested(),
    deleting: live(text, { uid: 'known', deleting: true }),
    foreign: live(text, { uid: 'stranger', owner: null }),
    'other UID': live(text, { uid: 'stranger', owner: null }),
  }
  return objects[state]
}

/** `kubectl edit` took a field from us. */
function contested(): LiveObject {
  const there = live(text, { uid: 'known', managers: [kubectl({ 'f:data': { 'f:a': {} } })] })
  return { ...there, manifest: { ...there.manifest, data: { a: 'theirs' } } }
}

describe('kept, present, other UID', () => {
  const record: StandingRecord = { phase: 'kept', uid: 'known', digest: wanted('alice', text).digest }
  const about = (object: LiveObject) =>
    stepAbout(key, desired({ 'alice/x': [text] }), world({ records: { alice: { [key]: record } }, objects: [object] }))

  test.each([
    ['with our mark it is adopted', live(text, { uid: 'new' }), 'adopt → kept'],
    ['with our mark, and different: made what is wanted', live(older, { uid: 'new' }), 'update → kept'],
    ["with another member's mark", live(text, { uid: 'new', owner: 'bob' }), nameTaken],
    ['with an owner', live(text, { uid: 'new', owned: true }), nameTaken],
  ])('%s', (_, object, cell) => {
    expect(said(about(object))).toBe(cell)
  })
})

test('what was made anew, and could not be remembered, is recorded and not made anew again', () => {
  const record: StandingRecord = { phase: 'intended', uid: 'before', digest: wanted('alice', older).digest }
  const there = world({ records: { alice: { [key]: record } }, objects: [live(text, { uid: 'after' })] })
  expect(said(stepAbout(key, desired({ 'alice/x': [text] }), there))).toBe('record → kept')
})

describe('a stranger under the name is adopted only', () => {
  const stranger = live(text, { uid: 'stranger', owner: null })
  const about = (uid: string, object: LiveObject = stranger) =>
    said(
      stepAbout(key, desired({ 'alice/x': [text] }), world({ objects: [object] }), {
        lab: lab({ adoptions: [{ kind: 'ConfigMap', name: 'alice-x', uid }] }),
      }),
    )

  test('by its UID', () => expect(about('stranger')).toBe('update → kept'))
  test('not by another', () => expect(about('other')).toBe(nameTaken))
  test('not with an owner', () => expect(about('stranger', { ...stranger, owned: true })).toBe(nameTaken))
  test('not against another manager', () => {
    const owner = live(older, { uid: 'stranger', owner: null, managers: [kubectl(fieldsOf(older))] })
    expect(about('stranger', owner)).toBe(conflict)
  })
})

function keptAs(object: LiveObject, written: JsonObject): StandingRecord {
  return {
    phase: 'kept',
    uid: 'known',
    digest: wanted('alice', written).digest,
    observed: observedDigest(object.manifest),
  }
}

const aboutKept = (object: LiveObject, options = {}) =>
  stepAbout(
    key,
    desired({ 'alice/x': [text] }),
    world({ records: { alice: { [key]: keptAs(live(text), text) } }, objects: [object] }),
    { options },
  )

describe('a kept object', () => {
  test('whose field somebody removed is written again', () => {
    const there = live(text, { uid: 'known' })
    expect(said(aboutKept({ ...there, manifest: { ...there.manifest, data: {} } }))).toBe('update → kept')
  })
  test('that only the server spells otherwise is looked at again, once', () => {
    const there = live(text, { uid: 'known' })
    const step = aboutKept({ ...there, manifest: { ...there.manifest, apiVersion: 'v2' } })
    expect(said(step)).toBe('record → kept')
  })
  test('to which others added fields is kept', () => {
    const there = live(text, { uid: 'known', managers: [kubectl({ 'f:data': { 'f:b': {} } })] })
    expect(said(aboutKept({ ...there, manifest: { ...there.manifest, data: { a: '1', b: '2' } } }))).toBe('keep')
  })
  test('that is contested names manager, field and both values', () => {
    expect(aboutKept(contested())?.args).toEqual({
      manager: 'kubectl',
      fields: [{ field: 'data.a', ours: '1', theirs: 'theirs' }],
    })
  })
  test('that is contested is taken back by an admin', () => {
    expect(aboutKept(contested(), { takeBack: key })).toMatchObject({ operation: 'update', force: true, uid: 'known' })
  })
})

function changed(before: JsonObject, after: JsonObject) {
  const object = live(before, { uid: 'known' })
  const records = { alice: { [object.key]: keptAs(object, before) } }
  return stepAbout(object.key, desired({ 'alice/x': [after] }), world({ records, objects: [object] }))
}

describe('in place or anew', () => {
  const immutable = configMap('alice-x', { a: '0' }, { immutable: true })

  test.each<[string, JsonObject, JsonObject, string, string?]>([
    ['data of a ConfigMap', older, text, 'update → kept'],
    ['an immutable ConfigMap', immutable, text, 'replace → kept', 'immutable'],
    ['ports of a Service', service('alice-x'), service('alice-x', { ports: [{ port: 81 }] }), 'update → kept'],
    [
      'ClusterIP to NodePort',
      service('alice-x'),
      service('alice-x', { type: 'NodePort', ports: [{ port: 80 }] }),
      'update → kept',
    ],
    [
      'ClusterIP to headless',
      service('alice-x'),
      service('alice-x', { clusterIP: 'None', ports: [{ port: 80 }] }),
      'replace → kept',
      'spec.clusterIP',
    ],
  ])('%s', (_, before, after, cell, field) => {
    const step = changed(before, after)
    expect(said(step)).toBe(cell)
    expect(step?.args['field']).toBe(field)
  })
})
