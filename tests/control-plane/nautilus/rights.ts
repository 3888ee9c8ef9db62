import type { ServiceAccount } from 'kubernetes-types/core/v1.js'
import type {
  ClusterRole,
  ClusterRoleBinding,
  PolicyRule,
  Role,
  RoleBinding,
  RoleRef,
  Subject,
} from 'kubernetes-types/rbac/v1.js'
import type { Lab } from '../../../scripts/model/lab.ts'

/** People, known by a token; Nautilus gives each of them the group of its users. */
export const people = ['lab-admin', 'member'] as const
/** Service accounts of the lab's namespace. */
export const robots = ['lab-apply', 'lab-storage'] as const
export type Person = (typeof people)[number]
export type Robot = (typeof robots)[number]

export const usersGroup = 'nautilus:users'

type Right = ServiceAccount | ClusterRole | ClusterRoleBinding | Role | RoleBinding

const rbac = 'rbac.authorization.k8s.io'

/** Who may do what: namespace admins and users as Nautilus has them, and the lab's own identities. */
export function rights(lab: Lab): readonly Right[] {
  return [
    ...everybody,
    bind(lab, user('lab-admin'), { kind: 'ClusterRole', name: 'admin' }),
    bind(lab, user('member'), { kind: 'ClusterRole', name: 'edit' }),
    ...robots.flatMap((name) => identity(lab, name)),
  ]
}

/** Users can list machines and storage classes; nothing else outside their namespaces. */
const everybody: readonly Right[] = [
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

/** What an admin gives the lab's CI: to apply, never to touch a disk that is there; and to grow and retire disks, and nothing else. */
const rules: Readonly<Record<Robot, readonly PolicyRule[]>> = {
  'lab-apply': [
    { apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'list', 'create', 'update', 'patch', 'delete'] },
    {
      apiGroups: ['', 'batch', 'apps', 'networking.k8s.io'],
      resources: ['pods', 'services', 'jobs', 'deployments', 'ingresses'],
      verbs: ['get', 'list', 'create', 'patch', 'delete'],
    },
    { apiGroups: [''], resources: ['persistentvolumeclaims'], verbs: ['get', 'list', 'create'] },
    { apiGroups: [''], resources: ['events'], verbs: ['list'] },
  ],
  'lab-storage': [
    { apiGroups: [''], resources: ['persistentvolumeclaims'], verbs: ['get', 'list', 'patch', 'delete'] },
    { apiGroups: [''], resources: ['pods'], verbs: ['list'] },
    { apiGroups: [''], resources: ['configmaps'], verbs: ['get'] },
  ],
}

function identity(lab: Lab, name: Robot): readonly Right[] {
  const metadata = { name, namespace: lab.namespace }
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
    { apiVersion: `${rbac}/v1`, kind: 'Role', metadata, rules: [...rules[name]] },
    bind(lab, { kind: 'ServiceAccount', ...metadata }, { kind: 'Role', name }),
  ]
}

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
