import { expect, test } from 'vitest'
import { aDeployment, aJob, aPod, changed, codesOf, template } from '../specimens.ts'
import { limitNearRequest } from './limit-near-request.ts'

const limits = 'spec containers 0 resources limits'
const inJob = `${template} ${limits}`

test.each([
  ['equal', aPod, {}, []],
  ['equal in other words', aPod, { [`${limits} cpu`]: '4000m' }, []],
  ['a fifth more', aPod, { [`${limits} cpu`]: '4.8', [`${limits} memory`]: '19660800Ki' }, []],
  ['a little more than a fifth', aPod, { [`${limits} memory`]: '20616000000' }, ['limit-above-request']],
  [
    'twice',
    aPod,
    { [`${limits} cpu`]: '8', [`${limits} memory`]: '32Gi' },
    ['limit-above-request', 'limit-above-request'],
  ],
  [
    'scratch too',
    aPod,
    { [`${limits} ephemeral-storage`]: '9Gi', 'spec containers 0 resources requests ephemeral-storage': '1Gi' },
    ['limit-above-request'],
  ],
  ["without a request is another rule's", aPod, { 'spec containers 0 resources requests': undefined }, []],
  ['100 pods', aJob, { 'spec parallelism': 100, [`${inJob} cpu`]: '4.8' }, []],
  ['101 pods', aJob, { 'spec parallelism': 101, [`${inJob} cpu`]: '4.8' }, ['limit-not-request']],
  ['101 copies', aDeployment, { 'spec replicas': 101, [`${inJob} cpu`]: '4.8' }, ['limit-not-request']],
])('%s', (_, manifest, changes, codes) => {
  expect(codesOf(limitNearRequest, changed(manifest, changes))).toEqual(codes)
})
