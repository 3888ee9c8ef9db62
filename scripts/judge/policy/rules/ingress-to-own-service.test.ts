import { expect, test } from 'vitest'
import { anIngress, changed, codesOf } from '../specimens.ts'
import { ingressToOwnService } from './ingress-to-own-service.ts'

const backend = 'spec rules 0 http paths 0 backend'

test.each([
  ['own', {}, []],
  ["another's", { [`${backend} service name`]: 'bob-dev' }, ['backend-foreign']],
  ["a like-named member's", { [`${backend} service name`]: 'alicia-dev' }, ['backend-foreign']],
  ['a resource', { [backend]: { resource: { kind: 'X', name: 'y' } } }, ['backend-foreign']],
])('%s', (_, changes, codes) => {
  expect(codesOf(ingressToOwnService, changed(anIngress, changes))).toEqual(codes)
})
