import { expect, test } from 'vitest'
import { aPod, changed, codesOf } from '../specimens.ts'
import { closedKinds } from './closed-kinds.ts'

test.each([
  ['v1', 'Pod', []],
  ['batch/v1', 'Job', []],
  ['batch/v1beta1', 'Job', ['kind-closed']],
  ['batch/v1', 'CronJob', ['kind-closed']],
  ['apps/v1', 'DaemonSet', ['kind-closed']],
  ['rbac.authorization.k8s.io/v1', 'RoleBinding', ['kind-closed']],
  ['v1', 'Secret', ['secret-in-git']],
])('%s %s', (apiVersion, kind, codes) => {
  expect(codesOf(closedKinds, changed(aPod, { apiVersion, kind }))).toEqual(codes)
})
