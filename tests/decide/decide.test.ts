import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decide } from '../../scripts/decide/index.ts'
import { areaOf, type ChangedPath } from '../../scripts/model/change.ts'
import type { Facts } from '../../scripts/model/facts.ts'

/**
 * Each folder is a case: `_facts.json`, laid over `_base.json`, goes in, `verdict.json` comes out, `_notes.txt` says why it exists.
 * `UPDATE=1` writes the verdicts anew.
 */
const here = import.meta.dirname
const cases = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

const base = read('_base.json') as Facts

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(here, file), 'utf8'))
}

function factsOf(name: string): Facts {
  return { ...base, ...(read(`${name}/_facts.json`) as Partial<Facts>) }
}

describe('from facts to a verdict', () => {
  test.each(cases)('%s', (name) => {
    expect(readFileSync(join(here, name, '_notes.txt'), 'utf8').length).toBeGreaterThan(20)
    const decision = decide(factsOf(name))
    const file = join(here, name, 'verdict.json')
    if (process.env['UPDATE'] === '1') writeFileSync(file, `${JSON.stringify(decision, undefined, 2)}\n`)
    expect(decision).toEqual(read(`${name}/verdict.json`))
  })
})

test('the life of a grant, in the order of pipeline.md 5', () => {
  const life = cases.filter((name) => /^grant-\d/.test(name)).map((name) => decide(factsOf(name)))
  expect(life.map(({ verdict }) => verdict)).toEqual([
    'needs-admin',
    'granted',
    'granted',
    'needs-admin',
    'needs-admin',
  ])
  const [first, , , raised, late] = life.map(({ ask }) => ask)
  expect(raised).not.toBe(first)
  expect(late).toBe(first)
})

describe('whatever the facts', () => {
  const names = fc.constantFrom('dev.ts', '_x.ts', 'Dev.ts', 'a\n.ts', '.gitattributes', 'sub/x.ts')
  const roots = fc.constantFrom('users/carol/', 'users/eve/', 'users/', 'grants/', 'templates/', 'users/CAROL/', '')
  const modes = fc.constantFrom('100644', '100755', '120000', '160000')
  const paths = fc
    .record({ root: roots, name: names, mode: modes, goes: fc.boolean() })
    .map(({ root, name, mode, goes }): ChangedPath => {
      const state = { mode, id: 'c'.repeat(40) }
      return { path: `${root}${name}`, ...(goes ? { before: state } : { after: state }) }
    })
  const authors = fc.constantFrom(
    ...[...Object.entries(base.roster.members), ['carol', { id: 9 }] as const, ['mallory', { id: 6 }] as const].map(
      ([login, { id = 0 }]) => ({ login, id }),
    ),
  )
  const findings = fc.constantFrom(...cases.map((name) => factsOf(name).findings))
  const reviews = fc.array(
    fc.record({
      by: authors,
      state: fc.constantFrom('approved' as const, 'dismissed' as const),
      commit: fc.constantFrom('a'.repeat(40), 'b'.repeat(40)),
    }),
    { maxLength: 2 },
  )
  const any = fc
    .record({ author: authors, paths: fc.array(paths, { maxLength: 4 }), findings, reviews })
    .map(({ paths: some, ...rest }): Facts => ({ ...base, ...rest, change: { head: 'a'.repeat(40), paths: some } }))

  test('nothing goes through by itself that touches more than plain requests of the very author', () => {
    fc.assert(
      fc.property(any, (facts) => {
        if (decide(facts).verdict !== 'auto') return
        const { author, roster } = facts
        expect(roster.members[author.login]?.id).toBe(author.id)
        for (const { path, after } of touched(facts)) {
          expect(areaOf(path)).toEqual({ area: 'requests', owner: author.login })
          expect(after === undefined || /^users\/carol\/(dev|_x)\.ts$|^users\/(?!carol)/.test(path)).toBe(true)
          expect(after?.mode ?? '100644').toBe('100644')
        }
        expect(touched(facts).length).toBeGreaterThan(0)
      }),
      { numRuns: 2000 },
    )
  })

  test('a yes has a rule that says yes, and nothing that says otherwise', () => {
    fc.assert(
      fc.property(any, (facts) => {
        const { verdict, reasons } = decide(facts)
        const words = new Set(reasons.map(({ says }) => says))
        const isYes = verdict === 'auto' || verdict === 'granted'
        expect(words.size).toBeGreaterThan(0)
        expect(isYes).toBe(!words.has('refuse') && !words.has('unknown') && !words.has('ask'))
      }),
      { numRuns: 2000 },
    )
  })

  test('the order of paths, findings and reviews is not seen', () => {
    fc.assert(
      fc.property(any, (facts) => {
        const { change, findings: found, reviews: seen } = facts
        const turned: Facts = {
          ...facts,
          change: 'unreadable' in change ? change : { ...change, paths: change.paths.toReversed() },
          findings: {
            own: found.own.toReversed(),
            lifted: found.lifted.toReversed(),
            others: found.others.toReversed(),
          },
          reviews: seen.toReversed(),
        }
        expect(decide(turned)).toEqual(decide(facts))
      }),
      { numRuns: 1000 },
    )
  })

  test('one more path outside the own folder never leads to a yes by itself', () => {
    fc.assert(
      fc.property(any, paths, (facts, more) => {
        const area = areaOf(more.path)
        if (area.area === 'requests' && area.owner === facts.author.login) return
        const widened = { ...facts, change: { head: 'a'.repeat(40), paths: [...touched(facts), more] } }
        expect(decide(widened).verdict).not.toBe('auto')
      }),
      { numRuns: 1000 },
    )
  })
})

function touched({ change }: Facts): readonly ChangedPath[] {
  return 'unreadable' in change ? [] : change.paths
}
