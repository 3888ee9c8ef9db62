import type { Cluster } from './cluster.ts'
import type { KubernetesObject } from './nautilus/index.ts'

/** What tests do with objects that live for a while. */
export interface Hands {
  /** As a member, in the lab's namespace. */
  readonly make: (...objects: readonly KubernetesObject[]) => Promise<void>
  /** What stands at a JSON path of an object, or of a list: `shown('pod/alice-dev', '.status.phase')`. */
  readonly shown: (object: string, ...paths: readonly string[]) => Promise<string>
  /** The reasons of the events about an object of this name, sorted. */
  readonly eventsOf: (name: string) => Promise<readonly string[]>
}

/** For `expect.poll`. */
export const eventually = { timeout: 60_000, interval: 200 }

export function handsOn(cluster: Cluster): Hands {
  const shown: Hands['shown'] = async (object, ...paths) => {
    const template = paths.map((path) => `{${path}}`).join(' ')
    return (await cluster.kubectl(['get', object, '-o', `jsonpath=${template}`])).stdout
  }
  return {
    shown,
    make: async (...items) => {
      const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items })
      const { exitCode, stderr } = await cluster.kubectl(['create', '-f', '-'], { user: 'member', input })
      if (exitCode !== 0) throw new Error(stderr)
    },
    eventsOf: async (name) =>
      (await shown('events', `.items[?(@.involvedObject.name=="${name}")].reason`)).split(' ').toSorted(),
  }
}
