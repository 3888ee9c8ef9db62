import { expect, test } from 'vitest'
import type { Desired, Wanted } from '../../model/desired.ts'
import type { Key } from '../../model/object-key.ts'
import type { Operation, Plan, Step } from '../../model/plan.ts'
import { isDue, planOfSound, sound } from './sound.ts'

const asked: Desired = { commit: 'c', height: 1, broken: ['eve'], wanted: ['ann', 'bob', 'cem'].map(wantedBy) }

function wantedBy(owner: string): Wanted {
  return {
    key: keyOf(owner),
    owner,
    request: `${owner}/x`,
    file: `users/${owner}/x.ts`,
    manifest: {},
    run: 1,
    incarnation: 1,
    digest: 'd',
    demand: {},
    needs: [],
    ticket: [1, `users/${owner}/x.ts`, 0],
  } as unknown as Wanted
}

function keyOf(owner: string): Key {
  return `Pod/${owner}-x`
}

/** A plan that does this for whoever is still wanted. */
function planFor(operations: Readonly<Record<string, Operation>>) {
  return ({ wanted }: Desired): Plan => {
    const steps = wanted.map(({ owner, key }): Step => {
      return { key, member: owner, operation: operations[owner] ?? 'keep', args: {} }
    })
    return { steps } as unknown as Plan
  }
}

/** Who is judged, and for whom the plan has a step, where only ann is sound. */
function judged(operations: Readonly<Record<string, Operation>>) {
  const about: string[] = []
  const isSound = (member: string) => {
    about.push(member)
    return member === 'ann'
  }
  const { steps } = planOfSound(asked, isSound, planFor(operations))
  return { about: [...new Set(about)], left: steps.map(({ member }) => member) }
}

test.each<[string, Readonly<Record<string, Operation>>, readonly string[], readonly string[]]>([
  ['who only keeps what is there is not judged', {}, [], ['ann', 'bob', 'cem']],
  ['who gets something is', { ann: 'launch' }, ['ann'], ['ann', 'bob', 'cem']],
  ['and gets nothing where that finds an error', { bob: 'launch' }, ['bob'], ['ann', 'cem']],
  ['what only remembers is a write too', { bob: 'record', cem: 'hold' }, ['bob', 'cem'], ['ann']],
  ['a refusal is told only of what is sound', { bob: 'refuse' }, ['bob'], ['ann', 'cem']],
])('%s', (_, operations, about, left) => {
  expect(judged(operations)).toEqual({ about, left })
})

/** Cem gets something only without bob. */
function oneAfterTheOther(desired: Desired): Plan {
  return planFor(desired.broken.includes('bob') ? { cem: 'launch' } : { bob: 'launch' })(desired)
}

test('nobody is let go who gets something only once another is frozen', () => {
  const { steps } = planOfSound(asked, (member) => member === 'ann', oneAfterTheOther)
  expect(steps.map(({ member }) => member)).toEqual(['ann'])
})

/** Ann's wish alone can be planned. */
function fragile(desired: Desired): Plan {
  if (desired.wanted.some(({ owner }) => owner !== 'ann')) throw new Error('no nature is known')
  return planFor({ ann: 'launch' })(desired)
}

test('what no plan can be made of freezes its member, and nobody else', () => {
  expect(isDue(asked, fragile)).toBe(true)
  expect(planOfSound(asked, (member) => member === 'ann', fragile).steps).toMatchObject([{ operation: 'launch' }])
  expect(() => planOfSound(asked, () => true, fragile), 'and our own fault stays one').toThrow('no nature')
})

test('judged as a whole, everybody with an error is frozen', () => {
  const { wanted, broken } = sound(asked, (member) => member === 'ann')
  expect({ wanted: wanted.map(({ owner }) => owner), broken }).toEqual({
    wanted: ['ann'],
    broken: ['bob', 'cem', 'eve'],
  })
})
