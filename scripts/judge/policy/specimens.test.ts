import { expect, test } from 'vitest'
import { createPolicy } from './create-policy.ts'
import { aClaim, aConfigMap, aDeployment, aJob, anIngress, aPod, aService, lab, request } from './specimens.ts'

test.each([
  ['a Pod', aPod, []],
  ['a Job', aJob, []],
  ['a claim', aClaim, []],
  ['a Service', aService, []],
  ['a Deployment', aDeployment, ['service-needs-admin']],
  ['a ConfigMap', aConfigMap, ['field-unusual']],
  ['an Ingress', anIngress, ['ingress-needs-admin']],
])('%s breaks no law but what needs an admin', (_, manifest, codes) => {
  expect(createPolicy(lab, '2026-11-24')(manifest, request).map(({ code }) => code)).toEqual(codes)
})
