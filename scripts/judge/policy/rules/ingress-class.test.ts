import { expect, test } from 'vitest'
import { anIngress, changed, codesOf } from '../specimens.ts'
import { ingressClass } from './ingress-class.ts'

const place = 'spec ingressClassName'
const old = 'metadata annotations kubernetes.io/ingress.class'

test.each([
  ['haproxy', {}, []],
  ['none', { [place]: undefined }, ['ingress-class']],
  ['another', { [place]: 'nginx' }, ['ingress-class']],
  ['in the old way', { [place]: undefined, [old]: 'haproxy' }, ['ingress-class-annotation', 'ingress-class']],
  ['in both ways', { [old]: 'haproxy' }, ['ingress-class-annotation']],
])('%s', (_, changes, codes) => {
  expect(codesOf(ingressClass, changed(anIngress, changes))).toEqual(codes)
})
