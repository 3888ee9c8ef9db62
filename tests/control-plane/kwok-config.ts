import { join } from 'node:path'
import { deploymentStages } from './nautilus/kubelet/deployment-stages.ts'
import { nodeStages } from './nautilus/kubelet/node-stages.ts'
import { podStages } from './nautilus/kubelet/pod-stages.ts'
import { volumeStages } from './nautilus/kubelet/volume-stages.ts'
import { providing } from './nautilus/storage.ts'
import type { ClusterOptions } from './options.ts'

const hello = 'Hello from a pod of the small Nautilus.'

/** What a pod here has written, in the format in which container runtimes keep it. */
export const podLog = `2026-11-24T09:00:00.000000000Z stdout F ${hello}\n`

/** Answers who forwards a port as a web server does, once the question is read. kwok does not close the connection, so the length must be told. */
const answer = [
  `while read -r line && [ "$line" != "$(printf '\\r')" ]; do :; done`,
  `printf 'HTTP/1.1 200 OK\\r\\nContent-Type: text/plain\\r\\nContent-Length: ${hello.length + 1}\\r\\n\\r\\n${hello}\\n'`,
].join('; ')

/**
 * kwok's configuration: the lives of machines, pods, claims; and what a kubelet answers to logs, exec and port-forward. A command runs on this
 * very machine, as whoever started the cluster. JSON documents are YAML.
 */
export function kwokConfig(options: ClusterOptions, folder: string): string {
  const { lab, hour } = options
  const [home, log] = [join(folder, 'home'), join(folder, 'pod.log')]
  const documents = [
    ...nodeStages,
    ...podStages(options, lab.rules.session.hours),
    ...deploymentStages(lab.rules.service.days, hour),
    ...volumeStages(providing(lab)),
    everywhere('ClusterLogs', { logs: [{ logsFile: log, previousLogsFile: log }] }),
    everywhere('ClusterExec', { execs: [{ local: { workDir: home, envs: [{ name: 'HOME', value: home }] } }] }),
    everywhere('ClusterPortForward', { forwards: [{ command: ['sh', '-c', answer] }] }),
  ]
  return documents.map((document) => JSON.stringify(document)).join('\n---\n')
}

function everywhere(kind: string, spec: object): object {
  return { apiVersion: 'kwok.x-k8s.io/v1alpha1', kind, metadata: { name: 'everywhere' }, spec }
}
