import type { IngressSpec } from 'kubernetes-types/networking/v1.js'
import type { Path } from '../../../model/json.ts'
import type { Subject } from '../rule.ts'

/** A host that an Ingress opens to the world; `undefined` for a rule that takes every host. */
export interface IngressHost {
  readonly host: string | undefined
  readonly path: Path
}

/** Only for manifests that passed the schema; `undefined` for any other kind. */
export function ingressOf({ kind, manifest }: Subject): IngressSpec | undefined {
  return kind === 'Ingress' ? ((manifest['spec'] ?? {}) as unknown as IngressSpec) : undefined
}

export function hostsOf(spec: IngressSpec): readonly IngressHost[] {
  return (spec.rules ?? []).map(({ host }, index) => ({
    host: host === '' ? undefined : host,
    path: ['spec', 'rules', index, 'host'],
  }))
}
