import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PodContainer } from '../../../model/workload.ts'
import { most, podAmount } from './amounts.ts'

const container = (role: PodContainer['role'], cpu: number): PodContainer => ({
  role,
  path: [],
  container: { name: 'x', resources: { limits: { cpu: String(cpu) } } },
})

const cpuOf = (containers: readonly PodContainer[]) => podAmount(containers, (each) => most(each, 'cpu'))

test.each<[string, PodContainer[], number]>([
  ['nothing', [], 0],
  ['containers stay together', [container('main', 2), container('main', 3)], 5],
  ['what ends first is not added', [container('init', 4), container('main', 3)], 4],
  ['init containers run one by one', [container('init', 4), container('init', 2), container('main', 3)], 4],
  ['a sidecar stays', [container('sidecar', 1), container('main', 3)], 4],
  ['and runs beside what starts after it', [container('sidecar', 1), container('init', 4), container('main', 3)], 5],
  ['not before it', [container('init', 4), container('sidecar', 1), container('main', 3)], 4],
])('%s', (_, containers, cpu) => {
  expect(cpuOf(containers)).toBe(cpu)
})

test('a pod holds at least what each container holds, and at most all of them', () => {
  const one = fc.record({ role: fc.constantFrom('init' as const, 'sidecar' as const), cpu: fc.nat(64) })
  fc.assert(
    fc.property(fc.array(one), fc.array(fc.nat(64)), (first, mains) => {
      const all = [...first.map(({ role, cpu }) => container(role, cpu)), ...mains.map((cpu) => container('main', cpu))]
      const each = all.map((only) => cpuOf([only]))
      expect(cpuOf(all)).toBeGreaterThanOrEqual(Math.max(0, ...each))
      expect(cpuOf(all)).toBeLessThanOrEqual(each.reduce((sum, cpu) => sum + cpu, 0))
    }),
  )
})
