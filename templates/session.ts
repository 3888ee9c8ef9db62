import type { PodSpec } from 'kubernetes-types/core/v1.js'
import { ask, type Ask } from './ask.ts'
import { made } from './made.ts'
import type { Pod } from './manifests.ts'
import { meta } from './meta.ts'
import type { SessionOptions } from './options.ts'
import { podOf } from './pod.ts'

/** A bare pod that ends with its hours. */
export interface Session extends Pod {
  spec: PodSpec & { activeDeadlineSeconds: number }
}

/** Waits for people to come in with a shell, and ends at once when it is stopped: a first process hears no signal unless it listens. */
const idle = ['sh', '-c', 'trap "exit 0" TERM; sleep infinity & wait']

/** A place to work in: `export default session('dev', { gpu: '1x24GB', image: 'pytorch', hours: 6 })` */
export function session(name: string, options: SessionOptions): Session {
  const request = ask('session', name, options)
  return made('session', sessionPod(request, idle, request.asked.ports), request.faults)
}

/** The pod of a session that runs `command`. */
export function sessionPod(request: Ask, command: readonly string[], ports?: readonly number[]): Session {
  const { name, asked } = request
  const activeDeadlineSeconds = (asked.hours ?? 1) * 3600
  const shape = { command, ...(ports && { ports }), fields: { activeDeadlineSeconds, restartPolicy: 'Never' } }
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: meta(name, { run: asked.run ?? 1 }),
    spec: { ...podOf(request, shape), activeDeadlineSeconds },
  }
}
