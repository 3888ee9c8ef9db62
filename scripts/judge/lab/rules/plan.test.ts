import { expect, test } from 'vitest'
import { plan } from './plan.ts'
import { faultsOf, footprints, house, pod, said } from '../lab.fixture.ts'

const caps = (gpus: number) => ({ caps: { ...house().lab.caps, lab: { ...house().lab.caps.lab, gpus } } })
const lab = (...gpus: readonly number[]) =>
  footprints(Object.fromEntries(gpus.map((gpu, index) => [`alice/r${index}`, [pod('x', { gpu })]])))

test.each([
  ['as many as NRP allows unasked', lab(30, 20), 100, []],
  ['more', lab(20, 31), 100, ['alice/r1 Pod/x plan-wanted spec.containers[0].resources.limits["nvidia.com/gpu"]']],
  ["more are asked for, but the lab's own cap holds them back", lab(30, 30), 50, []],
])('%s', (_, requests, cap, expected) => {
  expect(said(plan, requests, caps(cap))).toEqual(expected)
})

test('it is a warning, and NRP says so', () => {
  const [found] = faultsOf(plan, lab(51), caps(100))
  expect(found?.fault).toMatchObject({ severity: 'warning', law: { by: 'NRP', source: house().lab.rules.plan.source } })
})
