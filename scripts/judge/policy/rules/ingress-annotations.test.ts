import { expect, test } from 'vitest'
import { aService, anIngress, changed, codesOf } from '../specimens.ts'
import { ingressAnnotations } from './ingress-annotations.ts'

test.each([
  ['haproxy-ingress.github.io/timeout', anIngress, []],
  ['ingress.kubernetes.io/rewrite', anIngress, []],
  ['haproxy.org/timeout', anIngress, ['ingress-annotation']],
  ['nginx.ingress.kubernetes.io/rewrite', anIngress, ['ingress-annotation']],
  ['cert-manager.io/issuer', anIngress, ['ingress-annotation']],
  ['kubernetes.io/ingress.class', anIngress, []],
  ['note', anIngress, []],
  ['haproxy.org/timeout', aService, []],
])('%s', (annotation, manifest, codes) => {
  expect(codesOf(ingressAnnotations, changed(manifest, { [`metadata annotations ${annotation}`]: 'x' }))).toEqual(codes)
})
