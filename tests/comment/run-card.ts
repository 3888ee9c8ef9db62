import type { RunCard, RunRow } from '../../scripts/model/card.ts'

export const dev: RunRow = {
  key: 'Pod/carol-dev',
  member: 'carol',
  request: 'carol/dev',
  run: 1,
  thing: 'session dev',
  ending: 'launched',
  what: 'was launched; it ends after 6 h at the latest. It is running.',
  progress: { is: 'running', pods: 1, of: 1 },
  endsBy: '2026-11-25T02:05:00Z',
  ports: [8888],
}

export const disk: RunRow = {
  key: 'PersistentVolumeClaim/carol-data',
  member: 'carol',
  request: 'carol/dev',
  run: 1,
  thing: 'disk data',
  ending: 'created',
  what: 'was made, empty.',
}

export const held: RunRow = {
  key: 'Job/carol-llm',
  member: 'carol',
  request: 'carol/llm',
  run: 1,
  thing: 'job llm',
  ending: 'held',
  what: 'waits in line: it asks for 8 GPUs, and 30 of the lab’s 32 are in use; nobody is before it.',
  fix: 'Nothing to do: it is looked at again every 15 minutes. To start sooner, ask for 2 GPUs or fewer, as long as they are free.',
}

export const queued: RunRow = {
  ...dev,
  what: 'was launched. The cluster is full: 3 machines would do, and none has enough GPUs left.',
  fix: 'Wait, or allow more kinds of GPU: a memory class such as `1x24GB` takes any card that has it.',
  progress: {
    is: 'queued',
    why: { code: 'machines-full', args: { resource: 'nvidia.com/gpu', machines: 3, elsewhere: 0 } },
  },
}

export const failed: RunRow = {
  ...held,
  ending: 'failed',
  what: 'was refused by the cluster. Nothing of it is in the cluster.',
  fix: 'Mend the request as the cluster’s own words say.',
  message: 'admission webhook "nrp" denied the request: @everyone <b>no</b>',
}

export const over: RunRow = {
  ...dev,
  ending: 'kept',
  what: 'was launched before. It is over: it reached its end of time.',
  progress: { is: 'ended', end: 'deadline', at: '2026-11-25T02:05:00Z' },
}

export const merged: RunCard = {
  pull: 7,
  author: 'carol',
  namespace: 'uci-datalab',
  commit: 'a'.repeat(40),
  runs: [disk, dev, { ...held, key: 'Job/carol-eval', thing: 'job eval', request: 'carol/eval' }],
}
