import type { Canned } from './fault-proxy.ts'

/** Answers as an API server 1.33 gives them: every row of the table in `apply.md` 6. */
export const canned = {
  exists: status(409, 'AlreadyExists', 'pods "x" already exists', { name: 'x', kind: 'pods' }),
  conflict: status(409, 'Conflict', 'Operation cannot be fulfilled on configmaps "x": the object has been modified', {
    name: 'x',
    kind: 'configmaps',
  }),
  otherUid: status(422, 'Invalid', 'Pod "x" is invalid: metadata.uid: Invalid value: field is immutable', {
    name: 'x',
    kind: 'Pod',
    causes: [{ reason: 'FieldValueInvalid', message: 'Invalid value: field is immutable', field: 'metadata.uid' }],
  }),
  notFound: status(404, 'NotFound', 'pods "x" not found', { name: 'x', kind: 'pods' }),
  contested: status(409, 'Conflict', 'Apply failed with 1 conflict: conflict with "kubectl-edit" using v1: .data.a', {
    causes: [{ reason: 'FieldManagerConflict', message: 'conflict with "kubectl-edit" using v1', field: '.data.a' }],
  }),
  quota: status(
    403,
    'Forbidden',
    'pods "x" is forbidden: exceeded quota: gpus, requested: pods=1, used: pods=1, limited: pods=1',
  ),
  unauthorized: status(401, 'Unauthorized', 'Unauthorized'),
  forbidden: status(
    403,
    'Forbidden',
    'pods is forbidden: User "x" cannot create resource "pods" in API group "" in the namespace "y"',
  ),
  webhook: status(400, '', 'admission webhook "job.example" denied the request: utilization is too low'),
  invalid: status(422, 'Invalid', 'Pod "x" is invalid: spec.containers: Required value', {
    causes: [{ reason: 'FieldValueRequired', message: 'Required value', field: 'spec.containers' }],
  }),
  busy: {
    ...plain(429, 'Too many requests, please try again later.'),
    headers: { 'content-type': 'text/plain', 'retry-after': '1' },
  },
  unavailable: status(503, 'ServiceUnavailable', 'apiserver is shutting down'),
  broken: status(
    500,
    'InternalError',
    'Internal error occurred: failed calling webhook "job.example": deadline exceeded',
  ),
  timeout: status(504, 'Timeout', 'Timeout: request did not complete within the allotted timeout'),
  badGateway: plain(502, '<html>bad gateway</html>'),
} as const satisfies Readonly<Record<string, Canned>>

function status(code: number, reason: string, message: string, details?: object): Canned {
  const body = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, details, code }
  return { status: code, body: JSON.stringify(body) }
}

function plain(code: number, body: string): Canned {
  return { status: code, headers: { 'content-type': 'text/html' }, body }
}
