import { describe, expect, test } from 'vitest'
import type { Ask } from '../model/ask.ts'
import { answerOf } from './answer-of.ts'
import type { Response } from './http.ts'

const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'x' } }
const create: Ask = { do: 'create', manifest: pod }
const applyNew: Ask = { do: 'apply-new', manifest: pod }
const apply: Ask = { do: 'apply', manifest: pod, uid: 'u' }
const patch: Ask = { do: 'patch', key: 'Pod/x', uid: 'u', patch: {} }
const remove: Ask = { do: 'delete', key: 'Pod/x', uid: 'u' }
const get: Ask = { do: 'get', key: 'Pod/x' }
const post: Ask = { do: 'remember', name: 'lab.ledger', text: '{}' }
const put: Ask = { do: 'remember', name: 'lab.ledger', text: '{}', version: '7' }

/** A `Status` as the server sends it. */
function refusal(status: number, message: string, reason = '', details: object = {}): Response {
  return { status, body: { kind: 'Status', message, reason, details: JSON.parse(JSON.stringify(details)) } }
}

const exists = refusal(409, 'pods "x" already exists', 'AlreadyExists')
const conflict = refusal(409, 'Operation cannot be fulfilled on pods "x": the object has been modified', 'Conflict')
const failed = 'Operation cannot be fulfilled on pods "x": '
const otherIncarnation = refusal(
  409,
  `${failed}Precondition failed: UID in precondition: u, UID in object meta: v`,
  'Conflict',
)
const newerVersion = refusal(
  409,
  `${failed}Precondition failed: ResourceVersion in precondition: 1, ResourceVersion in object meta: 2`,
  'Conflict',
)
const modifiedSince = refusal(
  409,
  `${failed}the ResourceVersion in the precondition (1) does not match the ResourceVersion in record (2)`,
  'Conflict',
)
const counting = refusal(409, 'Operation cannot be fulfilled on resourcequotas "gpus": modified', 'Conflict')
const absent = refusal(404, 'pods "x" not found', 'NotFound', { kind: 'pods' })
const noNamespace = refusal(404, 'namespaces "lab" not found', 'NotFound', { kind: 'namespaces' })
const otherUid = refusal(422, 'Pod "x" is invalid', 'Invalid', { causes: [{ field: 'metadata.uid' }] })
const webhook = 'admission webhook "job.nrp-nautilus.io" denied the request: '
const contested = refusal(409, 'Apply failed with 2 conflicts', 'Conflict', {
  causes: [
    { reason: 'FieldManagerConflict', message: 'conflict with "kubectl-edit" using v1', field: '.spec.a' },
    { reason: 'FieldManagerConflict', message: 'conflict with "argo" with subresource "scale"', field: '.spec.b' },
  ],
})

describe('what an answer means', () => {
  test.each<[string, Ask, Response, string]>([
    ['201', create, { status: 201, body: pod }, 'done'],
    ['200', get, { status: 200, body: pod }, 'done'],

    ['a taken name', create, exists, 'exists'],
    ['memory that somebody made before', post, exists, 'exists'],
    ['something under the name', applyNew, conflict, 'exists'],
    ['a quota that is being counted', create, counting, 'moved'],
    ['a change of a newer object', patch, conflict, 'moved'],
    ['a change of newer memory', put, conflict, 'moved'],
    ['another UID, patched', patch, otherUid, 'moved'],
    ['another UID, applied', apply, otherUid, 'moved'],
    ['a change of nothing', patch, absent, 'moved'],
    ['an application to nothing', apply, absent, 'moved'],
    ['memory that is gone', put, absent, 'moved'],

    ['nothing to see', get, absent, 'gone'],
    ['nothing to delete', remove, absent, 'gone'],
    ['another UID to delete', remove, otherIncarnation, 'gone'],
    ['a newer version to delete', remove, newerVersion, 'moved'],
    ['a newer version to delete, as the registry says it', remove, modifiedSince, 'moved'],

    ['fields of others', apply, contested, 'contested'],
    ['a quota used up', create, refusal(403, 'pods "x" is forbidden: exceeded quota: gpus, requested: a=1'), 'quota'],
    ['a quota not counted yet', create, refusal(403, 'pods "x" is forbidden: status unknown for quota: gpus'), 'quota'],
    [
      'a quota that wants limits said',
      create,
      refusal(403, 'pods "x" is forbidden: failed quota: q: must specify cpu'),
      'rejected',
    ],

    ['no login', get, refusal(401, 'Unauthorized'), 'not-allowed'],
    [
      'no right',
      create,
      refusal(403, 'pods is forbidden: User "a" cannot create resource "pods" in API group ""'),
      'not-allowed',
    ],
    [
      'no right, on one object',
      remove,
      refusal(403, 'jobs.batch "x" is forbidden: User "a" cannot delete resource "jobs"'),
      'not-allowed',
    ],
    ['no namespace', create, noNamespace, 'not-allowed'],
    [
      'a namespace that is going',
      create,
      refusal(403, 'pods "x" is forbidden: unable to create new content', 'Forbidden', {
        causes: [{ reason: 'NamespaceTerminating' }],
      }),
      'not-allowed',
    ],

    ['invalid', create, refusal(422, 'Pod "x" is invalid', 'Invalid', { causes: [{ field: 'spec.a' }] }), 'rejected'],
    ['unreadable', create, refusal(400, 'strict decoding error: unknown field "a"'), 'rejected'],
    [
      'a policy',
      create,
      refusal(403, `pods "x" is forbidden: ValidatingAdmissionPolicy 'p' with binding 'b' denied request: no`),
      'rejected',
    ],
    [
      'a policy that sounds like a missing right',
      create,
      refusal(403, `pods "x" is forbidden: ValidatingAdmissionPolicy 'p' denied request: User "a" cannot b`),
      'rejected',
    ],
    ['a webhook', create, refusal(400, `${webhook}utilization is too low`), 'rejected'],
    ['a webhook that says 401', create, refusal(401, `${webhook}no`), 'rejected'],
    ['a webhook that says 404', patch, refusal(404, `${webhook}no`), 'rejected'],
    ['a webhook that says 409', remove, refusal(409, `${webhook}no`), 'rejected'],
    ['a webhook that says 503', create, refusal(503, `${webhook}no`), 'rejected'],
    ['too large', post, refusal(413, 'request entity too large'), 'rejected'],

    [
      'a webhook that does not answer',
      create,
      refusal(500, 'failed calling webhook "job.nrp-nautilus.io": timeout'),
      'unknown',
    ],
    ['no time', create, refusal(504, 'Timeout'), 'unknown'],
    ['busy to the end', create, { status: 429, body: {} }, 'unknown'],
    ['a proxy whose server is away', create, { status: 502, body: {} }, 'unknown'],
  ])('%s', (_, ask, response, said) => {
    expect(answerOf(ask, response).said).toBe(said)
  })
})

test('who contests comes with every field', () => {
  expect(answerOf(apply, contested)).toEqual({
    said: 'contested',
    manager: 'kubectl-edit, argo',
    fields: ['.spec.a', '.spec.b'],
    message: 'Apply failed with 2 conflicts',
  })
})
