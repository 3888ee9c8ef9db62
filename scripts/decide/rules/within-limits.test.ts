import { expect, test } from 'vitest'
import { asks, facts, grant, words, wrong } from '../facts.fixture.ts'
import { withinLimits } from './within-limits.ts'

test('what an admin can lift is asked for; what a grant lifts is told with the grant', () => {
  const lifted = [{ finding: asks(6), grant: grant() }]
  const reasons = withinLimits(facts({ findings: { own: [asks(8), wrong()], lifted, others: [asks(9)] } }))
  expect(words(reasons)).toEqual(['ask finding-open', 'grant finding-lifted'])
  expect(reasons[0]).toMatchObject({ args: { finding: { lift: 8, args: { asked: 8, limit: 4 } } } })
  expect(reasons[1]).toMatchObject({ args: { by: 'root', until: '2026-12-10', pull: 118 } })
})

test('good to know is not asked for', () => {
  const notice = { ...asks(8), severity: 'notice' as const }
  expect(withinLimits(facts({ findings: { own: [notice], lifted: [], others: [] } }))).toEqual([])
})
