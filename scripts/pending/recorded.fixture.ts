import type { PendingCode } from '../model/codes/pending.ts'
import type { JsonObject } from '../model/json.ts'
import type { Key } from '../model/object-key.ts'
import type { Progress } from '../model/progress.ts'

/** What the lab's catalogue has. */
export const known: ReadonlySet<string> = new Set(['nvidia.com/gpu', 'nvidia.com/rtx8000'])

/** Machines of the small Nautilus that are closed to everybody. */
const closed = [
  { taint: 'nautilus.io/hardware=arm64', machines: 1 },
  { taint: 'nautilus.io/hardware=large-gpu', machines: 1 },
  { taint: 'nautilus.io/issue=gpu', machines: 1 },
  { taint: 'nautilus.io/reservation=another-group', machines: 1 },
  { taint: 'nautilus.io/science-dmz=true', machines: 1 },
]

/**
 * Runs and how far they have come. `tests/cluster/pending.test.ts` makes each on a real server, waits for this, and with `UPDATE=1`
 * writes what it saw to `recorded/`; `progress-of.test.ts` reads it from there.
 */
export const recorded: readonly (readonly [key: Key, progress: Progress])[] = [
  ['Pod/full', queued('machines-full', { resource: 'nvidia.com/rtx8000', machines: 49, elsewhere: 0 })],
  ['Job/full', queued('machines-full', { resource: 'nvidia.com/rtx8000', machines: 49, elsewhere: 0 })],
  ['Pod/wrong-resource', refused('resource-unknown', { resource: 'nvidia.com/gtx9000' })],
  ['Pod/no-machine', refused('no-machine-fits', { machines: 49, closed })],
  ['Pod/region', refused('disk-region', { claims: ['region'], machines: 33 })],
  ['Job/quota-zero', refused('quota-zero', { quota: 'gpus', resource: 'nvidia.com/a100' })],
  [
    'Job/quota-used-up',
    queued('quota-used-up', { quota: 'few', resource: 'nvidia.com/a40', asked: '2', used: '0', limit: '1' }),
  ],
  ['Job/law', refused('pods-refused', { message: 'a law' })],
  ['Pod/claim-missing', refused('disk-missing', { claim: 'claim-missing' })],
  ['Pod/unbound', queued('disk-unbound', { claims: ['unbound'] })],
  [
    'Pod/no-class',
    refused('disk-refused', { claim: 'no-class', message: 'storageclass.storage.k8s.io "rook-block" not found' }),
  ],
  ['Pod/image-none', refused('image-missing', { image: 'docker.io/library/no-such-image:1' })],
  ['Pod/image-slow', queued('image-pulling', { image: 'docker.io/library/python:3.13' })],
  ['Pod/gate', queued('gate-closed', {})],
  ['Pod/gate-of-others', refused('gate-of-others', { gates: ['kueue.test/admission'] })],
  ['Job/suspended', queued('gate-closed', {})],
  ['Pod/crash', refused('crashing', { restarts: 1, exitCode: 1 })],
  ['Pod/runs', { is: 'running', pods: 1, of: 1 }],
  ['Job/runs', { is: 'running', pods: 1, of: 1 }],
  ['Job/parallel', { is: 'running', pods: 3, of: 3 }],
  ['Job/partly', { is: 'running', pods: 1, of: 2 }],
  ['Pod/done', { is: 'ended', end: 'succeeded' }],
  ['Job/done', { is: 'ended', end: 'succeeded' }],
  ['Pod/fails', { is: 'ended', end: 'failed', cause: { cause: 'exit-code', exitCode: 3 } }],
  ['Job/fails', { is: 'ended', end: 'failed', cause: { cause: 'exit-code', exitCode: 3 } }],
  ['Pod/memory', { is: 'ended', end: 'failed', cause: { cause: 'out-of-memory' } }],
  ['Job/memory', { is: 'ended', end: 'failed', cause: { cause: 'out-of-memory' } }],
  [
    'Pod/evicted',
    {
      is: 'ended',
      end: 'failed',
      cause: { cause: 'evicted', message: 'Pod ephemeral local storage usage exceeds the total limit of containers.' },
    },
  ],
  ['Pod/deadline', { is: 'ended', end: 'deadline' }],
  ['Job/deadline', { is: 'ended', end: 'deadline' }],
  ['Pod/nothing', { is: 'absent' }],
]

function queued(code: PendingCode, args: JsonObject): Progress {
  return { is: 'queued', why: { code, args } as Extract<Progress, { is: 'queued' }>['why'] }
}

function refused(code: PendingCode, args: JsonObject): Progress {
  return { is: 'refused', why: { code, args } as Extract<Progress, { is: 'refused' }>['why'] }
}

/** Without what differs each time: times, restarts, and the words of a webhook, which name a pod. */
export function settled(progress: Progress): Progress {
  if (progress.is === 'ended') {
    const { at: _, ...rest } = progress
    return rest
  }
  if (progress.is !== 'refused') return progress
  if (progress.why.code === 'crashing') return refused('crashing', { ...progress.why.args, restarts: 1 })
  if (progress.why.code !== 'pods-refused') return progress
  const { message } = progress.why.args
  return refused('pods-refused', { message: message.includes('denied request: container <main>') ? 'a law' : message })
}
