import { expect, test } from 'vitest'
import type { Ask } from '../model/ask.ts'
import type { Request } from './http.ts'
import { requestOf } from './request-of.ts'

const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'x' } }
const strict = { fieldManager: 'lab', fieldValidation: 'Strict' }
const one = '/api/v1/namespaces/lab/pods/x'

/** No write without a condition: each names a UID or a version, or can only create. */
test.each<[string, Ask, Request]>([
  [
    'create',
    { do: 'create', manifest: pod },
    { method: 'POST', path: '/api/v1/namespaces/lab/pods', query: strict, body: pod },
  ],
  [
    'ask whether it could be created',
    { do: 'create', manifest: pod, dryRun: true },
    { method: 'POST', path: '/api/v1/namespaces/lab/pods', query: { ...strict, dryRun: 'All' }, body: pod },
  ],
  [
    'apply what is new',
    { do: 'apply-new', manifest: pod },
    {
      method: 'PATCH',
      path: one,
      query: strict,
      type: 'application/apply-patch+yaml',
      body: { ...pod, metadata: { name: 'x', resourceVersion: '1' } },
    },
  ],
  [
    'apply to this one',
    { do: 'apply', manifest: pod, uid: 'u' },
    {
      method: 'PATCH',
      path: one,
      query: strict,
      type: 'application/apply-patch+yaml',
      body: { ...pod, metadata: { name: 'x', uid: 'u' } },
    },
  ],
  [
    'take back',
    { do: 'apply', manifest: pod, uid: 'u', force: true },
    {
      method: 'PATCH',
      path: one,
      query: { ...strict, force: 'true' },
      type: 'application/apply-patch+yaml',
      body: { ...pod, metadata: { name: 'x', uid: 'u' } },
    },
  ],
  [
    'change',
    { do: 'patch', key: 'Job/x', uid: 'u', patch: { metadata: { labels: { a: 'b' } }, spec: { suspend: false } } },
    {
      method: 'PATCH',
      path: '/apis/batch/v1/namespaces/lab/jobs/x',
      query: strict,
      type: 'application/merge-patch+json',
      body: { metadata: { labels: { a: 'b' }, uid: 'u' }, spec: { suspend: false } },
    },
  ],
  [
    'delete',
    { do: 'delete', key: 'Ingress/x', uid: 'u' },
    {
      method: 'DELETE',
      path: '/apis/networking.k8s.io/v1/namespaces/lab/ingresses/x',
      body: { apiVersion: 'v1', kind: 'DeleteOptions', propagationPolicy: 'Foreground', preconditions: { uid: 'u' } },
    },
  ],
  [
    'delete only as it was read',
    { do: 'delete', key: 'Pod/x', uid: 'u', version: '7' },
    {
      method: 'DELETE',
      path: '/api/v1/namespaces/lab/pods/x',
      body: {
        apiVersion: 'v1',
        kind: 'DeleteOptions',
        propagationPolicy: 'Foreground',
        preconditions: { uid: 'u', resourceVersion: '7' },
      },
    },
  ],
  ['look', { do: 'get', key: 'Deployment/x' }, { method: 'GET', path: '/apis/apps/v1/namespaces/lab/deployments/x' }],
  [
    'remember for the first time',
    { do: 'remember', name: 'lab.ledger', text: '{}' },
    {
      method: 'POST',
      path: '/api/v1/namespaces/lab/configmaps',
      query: strict,
      body: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'lab.ledger' }, data: { inventory: '{}' } },
    },
  ],
  [
    'remember on',
    { do: 'remember', name: 'lab.ledger', text: '{}', version: '7' },
    {
      method: 'PUT',
      path: '/api/v1/namespaces/lab/configmaps/lab.ledger',
      query: strict,
      body: {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'lab.ledger', resourceVersion: '7' },
        data: { inventory: '{}' },
      },
    },
  ],
])('%s', (_, ask, request) => {
  expect(requestOf(ask, 'lab')).toEqual(request)
})

test('a name cannot lead to another path', () => {
  expect(requestOf({ do: 'get', key: 'Pod/../secrets/x?y' }, 'lab').path).toBe(
    '/api/v1/namespaces/lab/pods/..%2Fsecrets%2Fx%3Fy',
  )
})

test('a kind that apply does not know is our mistake, not a request', () => {
  expect(() => requestOf({ do: 'delete', key: 'Secret/x', uid: 'u' }, 'lab')).toThrow('Secret')
})
