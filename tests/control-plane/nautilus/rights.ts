import type { ClusterRole, ClusterRoleBinding, RoleBinding, RoleRef, Subject } from 'kubernetes-types/rbac/v1.js'
import { identities, type Identity, rightsManifests } from '../../../scripts/cluster/rights.ts'
import type { Lab } from '../../../scripts/model/lab.ts'

/** People, known by a token; Nautilus gives each of them the group of its users. */
export const people = ['lab-admin', 'member'] as const
/** Service accounts of the lab's namespace. */
export const robots = identities
export type Person = (typeof people)[number]
export type Robot = Identity

export const usersGroup = 'nautilus:users'

const rbac = 'rbac.authorization.k8s.io'

/** Who may do what: namespace admins and users as Nautilus has them, and the lab's own identities as its admin makes them. */
export function rights(lab: Lab) {
  return [
    ...everybody,
    bind(lab, user('lab-admin'), { kind: 'ClusterRole', name: 'admin' }),
    bind(lab, user('member'), { kind: 'ClusterRole', name: 'edit' }),
    ...rightsManifests(lab.namespace),
  ]
}

/** Users can list machines and storage classes; nothing else outside their namespaces. */
const everybody: readonly (ClusterRole | ClusterRoleBinding)[] = [
  {
    apiVersion: `${rbac}/v1`,
    kind: 'ClusterRole',
    metadata: { name: usersGroup },
    rules: [
      { apiGroups: [''], resources: ['nodes'], verbs: ['get', 'list', 'watch'] },
      { apiGroups: ['storage.k8s.io'], resources: ['storageclasses'], verbs: ['get', 'list', 'watch'] },
    ],
  },
  {
    apiVersion: `${rbac}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name: usersGroup },
    roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: usersGroup },
    subjects: [{ apiGroup: rbac, kind: 'Group', name: usersGroup }],
  },
]

function bind({ namespace }: Lab, subject: Subject, role: Pick<RoleRef, 'kind' | 'name'>): RoleBinding {
  return {
    apiVersion: `${rbac}/v1`,
    kind: 'RoleBinding',
    metadata: { name: subject.name, namespace },
    roleRef: { apiGroup: rbac, ...role },
    subjects: [subject],
  }
}

function user(name: Person): Subject {
  return { apiGroup: rbac, kind: 'User', name }
}
