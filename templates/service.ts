import { ask } from './ask.ts'
import { made } from './made.ts'
import type { Deployment, Service } from './manifests.ts'
import { labels, meta } from './meta.ts'
import type { ServiceOptions } from './options.ts'
import { podOf } from './pod.ts'
import { commandOf } from './shell.ts'

/** A server inside the cluster until a day, under the name of its Service. Always needs an admin. */
export function service(name: string, options: ServiceOptions): readonly [Deployment, Service] {
  const request = ask('service', name, options)
  const { port = 80, command = 'true', until } = request.asked
  const metadata = (): Deployment['metadata'] => meta(request.name, { until })
  const deployment: Deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata(),
    spec: {
      replicas: 1,
      selector: { matchLabels: labels(request.name) },
      // A disk that one machine can mount is free only once the old pod is gone.
      strategy: { type: 'Recreate' },
      template: {
        metadata: { labels: labels(request.name) },
        spec: podOf(request, { command: commandOf(command), ports: [port] }),
      },
    },
  }
  const front: Service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(),
    spec: { selector: labels(request.name), ports: [{ port, targetPort: port }] },
  }
  return [made('service', deployment, request.faults), made('service', front, [])]
}
