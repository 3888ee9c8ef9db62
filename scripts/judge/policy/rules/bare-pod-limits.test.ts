import { expect, test } from 'vitest'
import { aJob, aPod, changed, codesOf, faultsOf, template } from '../specimens.ts'
import { barePodLimits } from './bare-pod-limits.ts'

const shares = (cpu: string, memory: string, gpus: string) => ({
  limits: { cpu, memory, 'nvidia.com/gpu': gpus },
  requests: { cpu, memory, 'nvidia.com/gpu': gpus },
})
const main = 'spec containers 0 resources'
const twice = [shares('10', '20Gi', '1'), shares('10', '20Gi', '1')].map((resources, index) => ({
  name: `c${index}`,
  resources,
}))
const first = (restart: object) => [{ name: 'first', resources: shares('10', '20Gi', '2'), ...restart }]
const all = ['session-gpus', 'session-cpu', 'session-memory']

test.each([
  ['the most there is', aPod, { [main]: shares('16', '29Gi', '2') }, []],
  ['more of everything', aPod, { [main]: shares('16.5', '30Gi', '3') }, all],
  ['in other words', aPod, { [main]: shares('16001m', '32G', '2') }, ['session-cpu', 'session-memory']],
  ['limits count', aPod, { [`${main} limits cpu`]: '17' }, ['session-cpu']],
  [
    'requests count where there is no limit',
    aPod,
    { [`${main} limits`]: undefined, [`${main} requests cpu`]: '17' },
    ['session-cpu'],
  ],
  ['containers together', aPod, { 'spec containers': twice }, ['session-cpu', 'session-memory']],
  ['what starts first ends first', aPod, { 'spec initContainers': first({}) }, []],
  [
    'a sidecar stays',
    aPod,
    { 'spec initContainers': first({ restartPolicy: 'Always' }) },
    ['session-gpus', 'session-memory'],
  ],
  ['cards of all names', aPod, { [`${main} limits nvidia.com/a40`]: '2' }, ['session-gpus']],
  ['a Job may have more', aJob, { [`${template} ${main}`]: shares('64', '256Gi', '8') }, []],
])('%s', (_, manifest, changes, codes) => {
  expect(codesOf(barePodLimits, changed(manifest, changes))).toEqual(codes)
})

test('nobody in the lab can lift it', () => {
  const faults = faultsOf(barePodLimits, changed(aPod, { [main]: shares('99', '99Gi', '9') }))
  expect(faults.map(({ lift }) => lift)).toEqual([undefined, undefined, undefined])
  expect(faults[0]).toMatchObject({ args: { asked: 9, limit: 2 }, law: { by: 'NRP' } })
})
