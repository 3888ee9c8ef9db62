import { describe, expect, test } from 'vitest'
import { verdictOf } from './answer.ts'
import { needOf } from './needs.ts'

const answer = (status: number, message = '', causes: readonly object[] = []) => ({
  status,
  message,
  warnings: [],
  body: { kind: 'Status', details: { causes: [...causes] } } as never,
})

/** As a kube-apiserver 1.33.13 said it. */
const pod = 'Pod in version "v1" cannot be handled as a Pod:'

describe('what an answer says about a manifest', () => {
  test.each([
    ['accepted', answer(201), { verdict: 'accepted' }],
    ['its name is taken', answer(409, 'pods "a" already exists'), { verdict: 'accepted' }],
    [
      'validation names places and reasons',
      answer(422, 'Pod "a" is invalid', [
        { reason: 'FieldValueRequired', message: 'Required value', field: 'spec.containers[0].name' },
        { reason: 'FieldValueNotSupported', message: 'Unsupported value', field: 'spec.dnsPolicy' },
      ]),
      {
        stage: 'validation',
        paths: ['spec.containers[0].name', 'spec.dnsPolicy'],
        causes: ['Required spec.containers[0].name', 'NotSupported spec.dnsPolicy'],
      },
    ],
    [
      'addresses come before validation',
      answer(422, 'Service "a" is invalid', [{ reason: 'FieldValueInvalid', field: 'spec.ports[0].nodePort' }]),
      { stage: 'admission', paths: ['spec.ports[0].nodePort'] },
    ],
    [
      'strict decoding names unknown fields, quoted as Go quotes',
      answer(
        400,
        `${pod} strict decoding error: unknown field "spec.a\\x1b\\"b", unknown field "spec.containers[0].foo"`,
      ),
      { stage: 'strict decoding', paths: ['spec.a\u001b"b', 'spec.containers[0].foo'] },
    ],
    [
      'decoding names the fields on the way',
      answer(
        400,
        `${pod} json: cannot unmarshal number into Go struct field PodSpec.spec.containers of type []v1.Container`,
      ),
      { stage: 'decoding', paths: ['spec.containers'] },
    ],
    ['or none', answer(400, `${pod} quantities must match the regular expression`), { stage: 'decoding', paths: [] }],
    [
      'a plugin refuses',
      answer(
        403,
        'pods "a" is forbidden: the integer value of priority (5) must not be provided in pod spec; priority …',
      ),
      { stage: 'admission', paths: ['spec.priority'] },
    ],
    [
      'a right is missing',
      answer(403, 'pods is forbidden: User "x" cannot create resource "pods"'),
      { verdict: 'unknown' },
    ],
    ['too much is asked', answer(429, 'too many requests'), { verdict: 'unknown' }],
  ])('%s', (_, told, verdict) => {
    expect(verdictOf(told)).toMatchObject(verdict)
  })
})

describe('what the server looked for in vain', () => {
  test.each([
    ['pods "a" is forbidden: no PriorityClass with name high was found', 'PriorityClass', 'high'],
    ['pods "a" is forbidden: pod rejected: RuntimeClass "gvisor" not found', 'RuntimeClass', 'gvisor'],
    ['namespaces "other" not found', 'Namespace', 'other'],
    [
      'pods "a" is forbidden: error looking up service account plain/me: serviceaccount "me" not found',
      'ServiceAccount',
      'me',
    ],
  ])('%s', (message, kind, name) => {
    expect(needOf(message)?.object).toMatchObject({ kind, metadata: { name } })
  })

  test('is nothing, where it judged', () => {
    expect(needOf('Pod "a" is invalid: spec.priorityClassName: Invalid value')).toBeUndefined()
  })
})
