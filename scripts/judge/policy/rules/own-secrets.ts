import type { Container } from 'kubernetes-types/core/v1.js'
import { fault, type Fault } from '../../../model/finding.ts'
import type { Path } from '../../../model/json.ts'
import type { PodTemplate } from '../../../model/workload.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

interface SecretUse {
  readonly secret: string
  readonly path: Path
}

/** In one namespace any pod can read any Secret: so each member has one, and nobody names another's. */
export const ownSecrets: Rule = ({ pod, containers }, { prefix }) => {
  if (pod === undefined) return []
  const own = `${prefix}-secrets`
  const uses = [...containers.flatMap(({ container, path }) => containerUses(container, path)), ...podUses(pod)]
  return [
    ...uses.filter(({ secret }) => secret !== own).map((use) => foreign(use, own)),
    // A key for a registry is of a Secret type of its own, so it is another Secret, with the owner's prefix.
    ...pullUses(pod)
      .filter(({ secret }) => !secret.startsWith(`${prefix}-`))
      .map((use) => foreign(use, `${prefix}-registry`)),
  ]
}

function foreign({ secret, path }: SecretUse, expected: string): Fault {
  return fault('secret-foreign', { secret, expected }, path, { law: labLaw })
}

function containerUses({ env = [], envFrom = [] }: Container, path: Path): readonly SecretUse[] {
  return [
    ...env.flatMap(({ valueFrom }, index) =>
      valueFrom?.secretKeyRef === undefined
        ? []
        : [
            {
              secret: valueFrom.secretKeyRef.name ?? '',
              path: [...path, 'env', index, 'valueFrom', 'secretKeyRef', 'name'],
            },
          ],
    ),
    ...envFrom.flatMap(({ secretRef }, index) =>
      secretRef === undefined
        ? []
        : [{ secret: secretRef.name ?? '', path: [...path, 'envFrom', index, 'secretRef', 'name'] }],
    ),
  ]
}

function podUses({ spec, path }: PodTemplate): readonly SecretUse[] {
  return (spec.volumes ?? []).flatMap(({ secret }, index) =>
    secret === undefined
      ? []
      : [{ secret: secret.secretName ?? '', path: [...path, 'spec', 'volumes', index, 'secret', 'secretName'] }],
  )
}

function pullUses({ spec, path }: PodTemplate): readonly SecretUse[] {
  return (spec.imagePullSecrets ?? []).map(({ name = '' }, index) => ({
    secret: name,
    path: [...path, 'spec', 'imagePullSecrets', index, 'name'],
  }))
}
