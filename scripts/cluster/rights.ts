import type { Manifest } from '../model/manifest.ts'

/** The two identities of `apply.md` 8: CI's, which can destroy no disk, and the one that grows and retires disks. */
export const identities = ['lab-apply', 'lab-storage'] as const
export type Identity = (typeof identities)[number]

export interface Rule {
  readonly apiGroups: readonly string[]
  readonly resources: readonly string[]
  readonly verbs: readonly string[]
}

/** What is launched, kept and ended. */
const all = ['get', 'list', 'create', 'patch', 'delete']

/**
 * What each may do, in the lab's namespace alone. CI may neither patch nor delete a claim: a patch that adds an owner who is not there
 * has the claim collected within seconds. A later kind adds one line; each group has its own, for a namespace's admin may only give
 * rights that he has, and nobody has one on `pods` in the group `batch`.
 */
export const rules: Readonly<Record<Identity, readonly Rule[]>> = {
  'lab-apply': [
    { apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'list', 'create', 'update', 'patch', 'delete'] },
    { apiGroups: [''], resources: ['pods', 'services'], verbs: all },
    { apiGroups: ['batch'], resources: ['jobs'], verbs: all },
    { apiGroups: ['apps'], resources: ['deployments'], verbs: all },
    { apiGroups: ['networking.k8s.io'], resources: ['ingresses'], verbs: all },
    { apiGroups: [''], resources: ['persistentvolumeclaims'], verbs: ['get', 'list', 'create'] },
    { apiGroups: [''], resources: ['events'], verbs: ['list'] },
  ],
  'lab-storage': [
    { apiGroups: [''], resources: ['persistentvolumeclaims'], verbs: ['get', 'list', 'patch', 'delete'] },
    { apiGroups: [''], resources: ['pods'], verbs: ['list'] },
    { apiGroups: [''], resources: ['configmaps'], verbs: ['get'] },
  ],
}

/** What an admin applies once: for each identity a service account, its Role, and what binds the two. */
export function rightsManifests(namespace: string): readonly Manifest[] {
  return identities.flatMap((name) => [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'Role',
      metadata: { name, namespace },
      rules: rules[name].map((rule) => ({ ...rule })),
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'RoleBinding',
      metadata: { name, namespace },
      roleRef: { apiGroup: rbac, kind: 'Role', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    },
  ])
}

const rbac = 'rbac.authorization.k8s.io'
