import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyGrants } from './apply-grants.ts'
import { finding, type Finding } from '../../model/finding.ts'
import type { Grant, Lift } from '../../model/grant.ts'

function grant(changes: Partial<Grant> = {}): Grant {
  return {
    v: 1,
    login: 'carol',
    request: 'llm',
    lifts: [{ code: 'member-gpus', value: 8 }],
    until: '2026-10-10',
    by: 'bob',
    byId: 1002,
    pull: 118,
    head: 'f34bfbc',
    ask: 'f34bfbc',
    comment: 987_654,
    reason: '8-way FSDP of 13B',
    ...changes,
  }
}

function asks(gpus: number, request = 'carol/llm'): Finding {
  const args = { member: 'carol', asked: gpus, limit: 4, room: 4, most: [{ request, amount: gpus }], others: 0 }
  return finding('member-gpus', args, { file: 'users/carol/llm.ts', line: 4 }, { request, lift: gpus })
}

function liftable(lift: number | string | undefined): Finding {
  return { ...asks(8), lift } as Finding
}

function text(value: number | string): Lift[] {
  return [{ code: 'member-gpus', value }]
}

function bare(found: Finding): string {
  return JSON.stringify({ ...found, expired: undefined })
}

function shape({ open, lifted }: ReturnType<typeof applyGrants>) {
  return [
    open.map((one) => [one.request, one.expired?.until]),
    lifted.map((one) => [one.finding.request, one.grant.until, one.grant.pull]),
  ]
}

const words = (found: Finding, grants: readonly Grant[], today: string) => {
  const { open, lifted } = applyGrants([found], grants, today)
  if (lifted[0] !== undefined) return `granted by ${lifted[0].grant.by} until ${lifted[0].grant.until}`
  return open[0]?.expired === undefined
    ? 'needs an admin'
    : `needs an admin, ${open[0].expired.by}'s grant ended ${open[0].expired.until}`
}

test.each<[string, number, readonly Grant[], string, string]>([
  ['asks for 8', 8, [], '2026-10-01', 'needs an admin'],
  ['an admin grants 8', 8, [grant()], '2026-10-01', 'granted by bob until 2026-10-10'],
  ['lowered to 6', 6, [grant()], '2026-10-02', 'granted by bob until 2026-10-10'],
  ['raised to 9', 9, [grant()], '2026-10-03', 'needs an admin'],
  ['8 on the last day', 8, [grant()], '2026-10-10', 'granted by bob until 2026-10-10'],
  ['8 one day after the end', 8, [grant()], '2026-10-11', "needs an admin, bob's grant ended 2026-10-10"],
  ['9 one day after the end: the grant would not have covered it', 9, [grant()], '2026-10-11', 'needs an admin'],
])('the life of a grant: %s', (_, gpus, grants, today, expected) => {
  expect(words(asks(gpus), grants, today)).toBe(expected)
})

describe('a grant lifts', () => {
  test.each<[string, Finding, readonly Grant[], boolean]>([
    ['what it names', asks(8), [grant()], true],
    ['nothing of another member', asks(8), [grant({ login: 'alice' })], false],
    ['nothing of a login that differs in capitals', asks(8), [grant({ login: 'Carol' })], false],
    ['nothing of another request', asks(8), [grant({ request: 'dev' })], false],
    ['nothing of another code', asks(8), [grant({ lifts: [{ code: 'member-cpu', value: 8 }] })], false],
    ['no more than one grant allows: they do not add up', asks(9), [grant({ pull: 1 }), grant({ pull: 2 })], false],
    [
      'one of its several',
      asks(8),
      [
        grant({
          lifts: [
            { code: 'gpu-class', value: 'a' },
            { code: 'member-gpus', value: 8 },
          ],
        }),
      ],
      true,
    ],
    ['an equal text', liftable('nvidia.com/a100'), [grant({ lifts: text('nvidia.com/a100') })], true],
    ['no longer text', liftable('nvidia.com/a100'), [grant({ lifts: text('nvidia.com/a100x') })], false],
    ['no text as a number', liftable(8), [grant({ lifts: text('8') })], false],
    ['no number as a text', liftable('8'), [grant({ lifts: text(8) })], false],
    ['nothing that no admin can lift', liftable(undefined), [grant()], false],
    ['nothing without a request', { ...asks(8), request: undefined } as unknown as Finding, [grant()], false],
  ])('%s', (_, found, grants, isLifted) => {
    expect(applyGrants([found], grants, '2026-10-01').lifted).toHaveLength(isLifted ? 1 : 0)
  })
})

test('of several grants the one that lasts longest is named', () => {
  const several = [grant({ until: '2026-10-05' }), grant({ until: '2026-12-01', by: 'alice' }), grant()]
  expect(words(asks(8), several, '2026-10-01')).toBe('granted by alice until 2026-12-01')
  expect(words(asks(8), several, '2027-01-01')).toBe("needs an admin, alice's grant ended 2026-12-01")
})

describe('whatever the findings and the grants', () => {
  const logins = fc.constantFrom('alice', 'bob', 'Bob', 'alice/x')
  const names = fc.constantFrom('x', 'y', 'x/y')
  const days = fc.constantFrom('2026-09-30', '2026-10-01', '2026-10-02')
  const codes = fc.constantFrom('member-gpus', 'member-cpu')
  const values = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom('8', 'a100'))
  const found = fc
    .record({ login: logins, name: names, code: codes, lift: fc.option(values, { nil: undefined }) })
    .map(
      ({ login, name, code, lift }) =>
        ({ ...asks(8, `${login}/${name}`), code, ...(lift !== undefined && { lift }) }) as Finding,
    )
  const given = fc
    .record({
      login: logins,
      request: names,
      until: days,
      pull: fc.nat(5),
      lifts: fc.array(fc.record({ code: codes, value: values }), { maxLength: 2 }),
    })
    .map(grant)
  const any = fc.tuple(fc.array(found), fc.array(given))

  test('nothing vanishes and nothing is changed', () => {
    fc.assert(
      fc.property(any, ([findings, grants]) => {
        const { open, lifted } = applyGrants(findings, grants, '2026-10-01')
        expect([...open.map(bare), ...lifted.map((one) => bare(one.finding))].sort()).toEqual(findings.map(bare).sort())
      }),
    )
  })

  test('a lifted finding is covered by a grant in force, for its own request', () => {
    fc.assert(
      fc.property(any, ([findings, grants]) => {
        for (const { finding: one, grant: by } of applyGrants(findings, grants, '2026-10-01').lifted) {
          expect(one.request).toBe(`${by.login}/${by.request}`)
          expect(by.until >= '2026-10-01').toBe(true)
        }
      }),
    )
  })

  test('the order of grants does not matter', () => {
    fc.assert(
      fc.property(any, ([findings, grants]) => {
        const forward = shape(applyGrants(findings, grants, '2026-10-01'))
        expect(shape(applyGrants(findings, grants.toReversed(), '2026-10-01'))).toEqual(forward)
      }),
    )
  })
})
