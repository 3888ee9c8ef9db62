import { expect, test } from 'vitest'
import { equalLimits } from './equal-limits.ts'
import { argsOf, footprints, job, said } from '../lab.fixture.ts'

const loose = { spec: { containers: [{ resources: { requests: { cpu: 1 }, limits: { cpu: '1.2' } } }] } }

test.each<[string, Parameters<typeof footprints>[0], string[]]>([
  ['few pods', { 'alice/a': [job('x', { ...loose, parallelism: 100 })] }, []],
  [
    'many, all equal',
    { 'alice/a': [job('x', { cpu: 1, parallelism: 60 }), job('y', { cpu: 1, parallelism: 60 })] },
    [],
  ],
  [
    'many together: every loose one is told',
    { 'alice/a': [job('x', { ...loose, parallelism: 60 })], 'alice/b': [job('y', { ...loose, parallelism: 60 })] },
    [
      'alice/a Job/x limits-not-requests spec.template.spec.containers[0].resources.limits',
      'alice/b Job/y limits-not-requests spec.template.spec.containers[0].resources.limits',
    ],
  ],
  ['one that has many alone is judged by its manifest', { 'alice/a': [job('x', { ...loose, parallelism: 101 })] }, []],
  [
    'two members',
    { 'alice/a': [job('x', { ...loose, parallelism: 60 })], 'bob/a': [job('x', { ...loose, parallelism: 60 })] },
    [],
  ],
])('%s', (_, requests, expected) => {
  expect(said(equalLimits, footprints(requests))).toEqual(expected)
})

test('how many there are', () => {
  const many = footprints({
    'alice/a': [job('x', { ...loose, parallelism: 60 }), job('y', { cpu: 1, parallelism: 41 })],
  })
  expect(argsOf('limits-not-requests', equalLimits, many)).toEqual({ member: 'alice', pods: 101, above: 100 })
})
