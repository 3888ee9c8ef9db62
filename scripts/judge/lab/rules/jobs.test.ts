import { expect, test } from 'vitest'
import { jobs } from './jobs.ts'
import { faultsOf, footprints, house, job, pod } from '../lab.fixture.ts'

const rules = { ...house().lab.rules, jobs: { ...house().lab.rules.jobs, count: 3 } }
const some = (count: number) => Array.from({ length: count }, (_, index) => job(`j${index}`, { parallelism: 10 }))
const found = (requests: Parameters<typeof footprints>[0]) =>
  faultsOf(jobs, footprints(requests), { rules }).map(
    ({ request, fault }) => `${request} ${fault.severity} ${JSON.stringify(fault.args)}`,
  )

test.each<[string, Parameters<typeof footprints>[0], string[]]>([
  ['the limit, whatever each of them runs', { 'alice/a': [...some(3), pod('x')] }, []],
  [
    'one member alone',
    { 'alice/a': some(3), 'alice/b': some(1) },
    [
      'alice/a error {"asked":4,"limit":3,"most":[{"request":"alice/a","amount":3},{"request":"alice/b","amount":1}],"others":0,"member":"alice"}',
    ],
  ],
  [
    'all together',
    { 'alice/a': some(2), 'bob/a': some(2) },
    [
      'alice/a warning {"asked":4,"limit":3,"most":[{"request":"alice/a","amount":2},{"request":"bob/a","amount":2}],"others":0}',
    ],
  ],
  ['nothing of a suspended member is submitted', { 'alice/a': some(2), 'sue/a': some(2) }, []],
])('%s', (_, requests, expected) => {
  expect(found(requests)).toEqual(expected)
})
