import type { IngressClass } from 'kubernetes-types/networking/v1.js'
import type { Lab } from '../../../scripts/model/lab.ts'
import { limitRange, namespaces, quotas } from './namespace.ts'
import { nodes } from './nodes.ts'
import { binding, policy } from './law.ts'
import { lastLaw, laws } from './laws.ts'
import { priorityClasses } from './priority-classes.ts'
import { rights } from './rights.ts'
import { storageClasses } from './storage.ts'

/**
 * Nautilus in small, as objects in three groups: what must be there first; all the rest, in any order; and the last law, which holds only
 * when the others do (`ready.ts` waits for it).
 */
export function nautilus(lab: Lab, kubeletPort: number): readonly (readonly KubernetesObject[])[] {
  return [
    namespaces(lab),
    [
      ...quotas(lab),
      limitRange(lab),
      ...laws(lab).flatMap((law) => [policy(law), binding(law)]),
      ...rights(lab),
      ...priorityClasses(lab),
      ...storageClasses(lab),
      ingressClass(lab),
      ...nodes(lab, kubeletPort),
    ],
    [policy(lastLaw), binding(lastLaw)],
  ]
}

/** As much of an object as it takes to know where it goes; the types of kubernetes-types fit. */
export interface KubernetesObject {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata?: { readonly name?: string; readonly namespace?: string }
}

function ingressClass({ rules }: Lab): IngressClass {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: { name: rules.ingress.class },
    spec: { controller: `${rules.ingress.class}.nautilus.test/ingress` },
  }
}
