import { expect, test } from 'vitest'
import { aClaim, aJob, aPod, changed, codesOf, template } from '../specimens.ts'
import { noClusterIdentity } from './no-cluster-identity.ts'

const token = 'spec automountServiceAccountToken'

test.each([
  ['no token', aPod, {}, []],
  ['a token', aPod, { [token]: true }, ['cluster-token']],
  ['unsaid, which is a token', aPod, { [token]: undefined }, ['cluster-token']],
  ['unsaid in a Job', aJob, { [`${template} ${token}`]: undefined }, ['cluster-token']],
  ['a name', aPod, { 'spec serviceAccountName': 'lab-apply' }, ['cluster-identity']],
  ['the old name', aPod, { 'spec serviceAccount': 'default' }, ['cluster-identity']],
  ['a disk', aClaim, {}, []],
])('%s', (_, manifest, changes, codes) => {
  expect(codesOf(noClusterIdentity, changed(manifest, changes))).toEqual(codes)
})
