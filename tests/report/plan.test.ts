import { describe, expect, test } from 'vitest'
import lab from '../../lab.config.ts'
import { outcomeReport, planReport } from '../../scripts/report/index.ts'
import type { Step } from '../../scripts/model/plan.ts'
import { everything, outcomes } from './plan.fixture.ts'

const options = {
  lab: { ...lab, timeZone: 'Etc/UTC' },
  now: '2026-11-24T12:00:00Z',
  color: false,
  width: 100,
  title: 'Plan',
}

describe('every operation, reason and lock, as people read it', () => {
  test('a plan on a terminal', async () => {
    await expect(planReport(everything, 'text', options)).toMatchFileSnapshot('plan.txt')
  })
  test('a plan in Markdown', async () => {
    await expect(planReport(everything, 'markdown', options)).toMatchFileSnapshot('plan.md')
  })
  test('an apply on a terminal', async () => {
    await expect(outcomeReport({ outcomes, locks: [] }, 'text', options)).toMatchFileSnapshot('outcome.txt')
  })
  test('an apply in Markdown', async () => {
    await expect(outcomeReport({ outcomes, locks: [] }, 'markdown', options)).toMatchFileSnapshot('outcome.md')
  })
})

test('no sentence lacks its evidence, and none speaks the cluster’s language', () => {
  const text = planReport(everything, 'text', options)
  expect(text).not.toMatch(/\?(?:$|[^\w])|undefined|NaN|\bnull\b/)
  expect(text).not.toMatch(/\bpods?\b|\bPVC\b|PersistentVolume|\bUID\b/)
})

test('foreign text does no harm', () => {
  const evil = '@admins `x` <b>\u001b[31m|\n# head'
  const step: Step = {
    key: `Pod/${evil}`,
    member: evil,
    operation: 'refuse',
    refusal: 'conflict',
    args: { manager: evil, fields: [evil] },
  }
  const plan = { ...everything, steps: [step], locks: [] }
  expect(planReport(plan, 'text', options)).not.toContain('\u001b')
  const markdown = planReport(plan, 'markdown', options)
  expect(markdown.split('\n').filter((line) => line.startsWith('# '))).toEqual([])
  expect(markdown.replaceAll(/(`+)[^`].*?\1/g, '')).not.toMatch(/@admins|<b>/)
})
