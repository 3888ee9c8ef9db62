import { afterAll, describe, expect, test } from 'vitest'
import { applyLab, exitOf, type Applied } from '../../scripts/apply/index.ts'
import type { Answer } from '../../scripts/model/ask.ts'
import { alone, type Alone, type Meddler } from './alone.ts'
import { settingOf } from './lab-program.ts'
import { isWrite, restOf, settled, shapeOf } from './rest.ts'
import { commitOf, disk, labAfter, labOf, run, settings } from './scopes.ts'
import { newLab, type Server } from './server.ts'

const lab = labOf(6)

/** Everything that apply can do is in the way from the one to the other: see the first test. */
const before = commitOf(1, [
  run({ member: 'ann', name: 'kept' }),
  run({ member: 'ann', name: 'raised' }),
  run({ member: 'ann', name: 'removed' }),
  settings('ann', 'changed', '1'),
  settings('ann', 'deleted', '1'),
  disk('ann', 'released'),
  run({ member: 'bob', name: 'raised' }),
  settings('bob', 'changed', '1'),
])
const after = commitOf(2, [
  run({ member: 'ann', name: 'kept' }),
  run({ member: 'ann', name: 'raised', run: 2 }),
  settings('ann', 'changed', '2'),
  disk('ann', 'made'),
  run({ member: 'ann', name: 'made', needs: ['PersistentVolumeClaim/ann-made'] }),
  run({ member: 'bob', name: 'raised', run: 2 }),
  settings('bob', 'changed', '2'),
  run({ member: 'bob', name: 'large', gpus: 4 }),
])

const start = labAfter(lab, before)

function apply(server: Server, meddler?: Meddler): Alone<Applied> {
  return alone(applyLab(settingOf({ lab, desired: after })), server, meddler)
}

function init(server: Server, meddler?: Meddler): Alone<Applied> {
  return alone(applyLab(settingOf({ lab, desired: before, init: true })), server, meddler)
}

function ofBob(applied: Applied | undefined): readonly string[] {
  return (applied?.outcomes ?? []).filter(({ member }) => member === 'bob').map(({ key, ending }) => `${key} ${ending}`)
}

const whole = apply(start)
const requests = whole.log.length
const everyRequest = Array.from({ length: requests }, (_, at) => at)

const unsaid = { fields: [], message: 'no' }
const answers: readonly Answer[] = [
  { said: 'exists' },
  { said: 'moved' },
  { said: 'gone' },
  { said: 'contested', manager: 'kubectl', ...unsaid },
  { said: 'quota', message: 'no' },
  { said: 'rejected', ...unsaid },
  { said: 'not-allowed', message: 'no' },
  { said: 'unknown', message: 'no' },
  { said: 'not-sent' },
]

let faults = 0
afterAll(() => process.stdout.write(`${requests} requests, ${faults} faults\n`))

test('the whole apply does everything once, and the next one nothing', () => {
  const endings = whole.result?.outcomes.map(({ key, member, ending }) => `${member} ${key} ${ending}`).sort()
  expect(endings).toMatchInlineSnapshot(`
    [
      "ann ConfigMap/ann-changed updated",
      "ann ConfigMap/ann-deleted deleted",
      "ann PersistentVolumeClaim/ann-made created",
      "ann PersistentVolumeClaim/ann-released released",
      "ann Pod/ann-kept kept",
      "ann Pod/ann-made launched",
      "ann Pod/ann-raised replaced",
      "ann Pod/ann-removed stopped",
      "bob ConfigMap/bob-changed updated",
      "bob Pod/bob-large held",
      "bob Pod/bob-raised replaced",
    ]
  `)
  expect(restOf(whole.server, lab, after)).toMatchObject({ writes: [], lost: [] })
})

describe('I10: cut off at any request, the next apply ends as the whole one', () => {
  test.each(['before', 'after'] as const)('%s', (fault) => {
    for (const at of everyRequest) {
      faults += 1
      const cut = apply(start, { at, fault })
      expect
        .soft(shapeOf(apply(settled(cut.server)).server), `dead ${fault} request ${at}`)
        .toEqual(shapeOf(whole.server))
    }
  })
})

describe('every answer at every request: the next apply ends as the whole one', () => {
  const table = answers.flatMap((answer) => [true, false].map((carried) => ({ answer, carried, said: answer.said })))
  test.each(table)('$said, carried out: $carried', ({ answer, carried }) => {
    for (const at of everyRequest) {
      faults += 1
      const disturbed = apply(start, { at, fault: { answer, carried } })
      const next = apply(settled(disturbed.server))
      const rest = restOf(next.server, lab, after)
      expect.soft({ at, writes: rest.writes, lost: rest.lost }).toEqual({ at, writes: [], lost: [] })
      expect.soft(shapeOf(next.server), `${answer.said} at ${at}`).toEqual(shapeOf(whole.server))
    }
  })
})

test('I11: what is answered about one member changes no outcome of another', () => {
  const aboutAnn = everyRequest.filter((at) => /ann-|inventory.ann/.test(JSON.stringify(whole.log[at]?.ask)))
  const kept = aboutAnn.filter((at) => !JSON.stringify(whole.log[at]?.ask).includes('lab.ledger'))
  for (const at of kept)
    for (const answer of answers.filter(({ said }) => said !== 'not-allowed' && said !== 'quota')) {
      const { result } = apply(start, { at, fault: { answer, carried: false } })
      expect.soft(ofBob(result), `${answer.said} at ${at}`).toEqual(ofBob(whole.result))
    }
})

test('I2: every delete names a UID, every change too, every memory the version that was read', () => {
  const writes = whole.log.map(({ ask }) => ask).filter(isWrite)
  expect(writes.length).toBeGreaterThan(20)
  expect(writes.filter((ask) => ['delete', 'patch', 'apply'].includes(ask.do) && !('uid' in ask))).toEqual([])
  const claims = writes.filter((ask) => 'key' in ask && ask.key.startsWith('PersistentVolumeClaim/'))
  expect(claims, 'I1: claims are only made').toEqual([])
})

test('the first apply of a lab may die at any request, and --init goes on', () => {
  const bare = { ...newLab, memories: {} }
  const undisturbed = init(bare)
  for (const at of undisturbed.log.keys()) {
    const cut = init(bare, { at, fault: 'after' })
    expect
      .soft(shapeOf(init(settled(cut.server)).server), `dead after request ${at}`)
      .toEqual(shapeOf(undisturbed.server))
  }
})

test.each([
  ['not-allowed', 1],
  ['rejected', 2],
  ['quota', 0],
] as const)('a launch that is answered %s ends with exit code %i', (said, code) => {
  const at = whole.log.findIndex(({ ask }) => ask.do === 'create' && !ask.dryRun && ask.manifest['kind'] === 'Pod')
  const answer = answers.find((one) => one.said === said) ?? { said: 'not-sent' }
  const { result } = apply(start, { at, fault: { answer, carried: false } })
  expect(exitOf(result?.outcomes ?? [], result?.locks ?? [])).toBe(code)
})
