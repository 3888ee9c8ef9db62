import { expect, inject, test } from 'vitest'
import type { Question } from '../client.ts'
import { openCluster } from '../cluster.ts'
import type { User } from '../identities.ts'
import { claim, pod } from '../objects.ts'

const cluster = await openCluster(inject('clusterFolder'))
const inside = `/api/v1/namespaces/${cluster.namespace}`
const claims = `${inside}/persistentvolumeclaims`
const disk = claim('rights', 'rook-cephfs')
const dry = '?dryRun=All'
const merge = { type: 'application/merge-patch+json', body: { metadata: { labels: { a: 'b' } } } }
const bindings = `/apis/rbac.authorization.k8s.io/v1/namespaces/${cluster.namespace}/rolebindings`

await cluster.as('admin')({ method: 'POST', path: claims, body: disk })

const asks = {
  'make a claim': { method: 'POST', path: `${claims}${dry}`, body: claim('rights-2', 'rook-cephfs') },
  'patch a claim': { method: 'PATCH', path: `${claims}/rights${dry}`, ...merge },
  'apply a claim': {
    method: 'PATCH',
    path: `${claims}/rights?fieldManager=lab&dryRun=All`,
    type: 'application/apply-patch+yaml',
    body: disk,
  },
  'put a claim': { method: 'PUT', path: `${claims}/rights${dry}`, body: disk },
  'delete a claim': { method: 'DELETE', path: `${claims}/rights${dry}` },
  'delete all claims': { method: 'DELETE', path: `${claims}${dry}` },
  'list claims': { method: 'GET', path: claims },
  'make a pod': { method: 'POST', path: `${inside}/pods${dry}`, body: pod('rights') },
  'list pods': { method: 'GET', path: `${inside}/pods` },
  'watch pods': { method: 'GET', path: `${inside}/pods?watch=true&timeoutSeconds=1` },
  'delete all pods': { method: 'DELETE', path: `${inside}/pods${dry}` },
  'resize a pod': { method: 'PATCH', path: `${inside}/pods/any/resize${dry}`, ...merge },
  'run a command in a pod': { method: 'POST', path: `${inside}/pods/any/exec?command=sh` },
  'list pods elsewhere': { method: 'GET', path: '/api/v1/namespaces/default/pods' },
  'list events': { method: 'GET', path: `${inside}/events` },
  'read secrets': { method: 'GET', path: `${inside}/secrets` },
  'read a config': { method: 'GET', path: `${inside}/configmaps/kube-root-ca.crt` },
  'list machines': { method: 'GET', path: '/api/v1/nodes' },
  'list storage classes': { method: 'GET', path: '/apis/storage.k8s.io/v1/storageclasses' },
  'see who has rights': { method: 'GET', path: bindings },
  'change the namespace': { method: 'PATCH', path: `${inside}${dry}`, ...merge },
} as const satisfies Record<string, Question>

type What = keyof typeof asks

const edit: readonly What[] = [
  'make a claim',
  'patch a claim',
  'apply a claim',
  'put a claim',
  'delete a claim',
  'delete all claims',
  'list claims',
  'make a pod',
  'list pods',
  'watch pods',
  'delete all pods',
  'run a command in a pod',
  'list events',
  'read secrets',
  'read a config',
  'list machines',
  'list storage classes',
]

/** All that each may; the rest is refused. */
test.each<[User, readonly What[]]>([
  ['lab-apply', ['make a claim', 'list claims', 'make a pod', 'list pods', 'list events', 'read a config']],
  ['lab-storage', ['patch a claim', 'apply a claim', 'delete a claim', 'list claims', 'list pods', 'read a config']],
  ['member', edit],
  ['lab-admin', [...edit, 'see who has rights']],
])('what %s may', async (user, what) => {
  const statuses = await Promise.all(
    Object.entries(asks).map(async ([name, ask]) => [name, (await cluster.as(user)(ask)).status] as const),
  )
  expect(statuses.filter(([, status]) => status !== 403).map(([name]) => name)).toEqual(what)
})
