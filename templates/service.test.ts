import { expect, test } from 'vitest'
import lab from '#lab/config'
import { calls, origin } from './made.ts'
import { service } from './service.ts'

const options = { image: 'python', command: 'python -m http.server 8000', port: 8000, until: '2026-12-31' } as const

test('a server and its name, until a day', () => {
  const before = calls.length
  const [deployment, front] = service('web', options)
  const labels = { 'lab/owner': 'alice', 'lab/name': 'web' }
  const metadata = {
    namespace: lab.namespace,
    name: 'alice-web',
    labels,
    annotations: { 'lab/request': 'users/alice/dev.ts', 'lab/until': '2026-12-31' },
  }
  expect(deployment).toMatchObject({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: {
      replicas: 1,
      strategy: { type: 'Recreate' },
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ ports: [{ containerPort: 8000 }] }] } },
    },
  })
  expect(deployment.spec.template.spec).not.toHaveProperty('restartPolicy')
  expect(front).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata,
    spec: { selector: labels, ports: [{ port: 8000, targetPort: 8000 }] },
    [origin]: calls.at(-1),
  })
  expect(calls.length - before).toBe(2)
})

test('what is wrong is said once, though there are two objects', () => {
  const before = calls.length
  service('web', { ...options, port: 0 })
  expect(calls.slice(before).flatMap((call) => call.faults)).toHaveLength(1)
})
