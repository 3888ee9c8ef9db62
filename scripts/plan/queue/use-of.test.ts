import { expect, test } from 'vitest'
import { clock, desired, job, lab, live, pod } from '../plan.fixture.ts'
import { plan } from '../plan.ts'
import { supposed } from '../supposed.ts'
import type { Manifest } from '../../model/manifest.ts'

const before = { 'alice/x': [job('alice-x', { gpus: 2, hours: 10 })], 'bob/x': [job('bob-x', { gpus: 3, hours: 1 })] }
const one = job('alice-x', { gpus: 2, hours: 10 })

/** GPUs and GPU-hours of alice and of the lab, before and after. */
function usesOf(alice: readonly Manifest[], strangers = 0, deleting = false) {
  const given = supposed(desired(before), { lab: lab(), clock, runs: 'live' })
  const objects = given.objects.map((object) => (object.key === 'Job/alice-x' ? { ...object, deleting } : object))
  const more = strangers === 0 ? [] : [live(pod('s', { gpus: strangers }), { owner: null })]
  const wish = desired({ ...before, 'alice/x': alice })
  const { members, lab: all } = plan(wish, { ...given, objects: [...objects, ...more] }, lab(), clock)
  return [members['alice'], all].map((use) => [use?.now.gpus, use?.after.gpus, use?.hoursNow, use?.hoursAfter])
}

test.each<[string, readonly Manifest[], number, boolean, readonly (readonly number[])[]]>([
  [
    'as it was',
    [one],
    0,
    false,
    [
      [2, 2, 20, 20],
      [5, 5, 23, 23],
    ],
  ],
  [
    'a stop gives back',
    [],
    0,
    false,
    [
      [2, 0, 20, 0],
      [5, 3, 23, 3],
    ],
  ],
  [
    'what goes already is there until it is gone',
    [],
    0,
    true,
    [
      [2, 2, 20, 20],
      [5, 5, 23, 23],
    ],
  ],
  [
    'a launch adds',
    [one, pod('alice-y', { gpus: 1, hours: 4 })],
    0,
    false,
    [
      [2, 3, 20, 24],
      [5, 6, 23, 27],
    ],
  ],
  [
    'a replacement takes the place of the old run',
    [job('alice-x', { gpus: 4, hours: 1, run: 2 })],
    0,
    false,
    [
      [2, 4, 20, 4],
      [5, 7, 23, 7],
    ],
  ],
  [
    'what is held adds nothing',
    [one, pod('alice-y', { gpus: 1 })],
    3,
    false,
    [
      [2, 2, 20, 20],
      [8, 8, 23, 23],
    ],
  ],
  [
    'growth in place',
    [job('alice-x', { gpus: 2, hours: 10, spec: { parallelism: 2 } })],
    0,
    false,
    [
      [2, 4, 20, 40],
      [5, 7, 23, 43],
    ],
  ],
])('%s', (_, alice, strangers, deleting, expected) => {
  expect(usesOf(alice, strangers, deleting)).toEqual(expected)
})
