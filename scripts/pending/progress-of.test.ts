import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { textAt } from '../model/at.ts'
import type { JsonObject } from '../model/json.ts'
import type { Manifest } from '../model/manifest.ts'
import { type Key, keyOf } from '../model/object-key.ts'
import type { Progress } from '../model/progress.ts'
import type { LiveObject } from '../model/world.ts'
import { progressOf } from './progress-of.ts'
import { known, recorded, settled } from './recorded.fixture.ts'
import { sceneOf } from './scene.ts'

function live(manifest: Manifest): LiveObject {
  const deleting = textAt(manifest, 'metadata', 'deletionTimestamp') !== undefined
  return {
    key: keyOf(manifest),
    uid: textAt(manifest, 'metadata', 'uid') ?? '',
    version: '1',
    manifest,
    deleting,
    owned: false,
  }
}

function read(key: Key): readonly LiveObject[] {
  const file = join(import.meta.dirname, 'recorded', `${key.replace('/', '-').toLowerCase()}.json`)
  return (JSON.parse(readFileSync(file, 'utf8')) as readonly Manifest[]).map(live)
}

describe('states recorded on a real server', () => {
  test.each(recorded)('%s', (key, progress) => {
    expect(settled(progressOf(sceneOf(read(key)), key, known))).toEqual(progress)
  })
})

/** A pod on a machine, whose only container waits for this reason. */
function waiting(reason: string, message = '', parts: JsonObject = {}): Manifest {
  const containerStatuses = [
    { name: 'main', image: 'ghcr.io/lab/train:1', state: { waiting: { reason, message } }, ...parts },
  ]
  return pod({ phase: 'Pending', containerStatuses })
}

function pod(status: JsonObject, metadata: JsonObject = {}): Manifest {
  const volumes = [{ name: 'disk', persistentVolumeClaim: { claimName: 'data' } }]
  return { kind: 'Pod', metadata: { name: 'x', uid: 'u', ...metadata }, spec: { nodeName: 'gpu-1', volumes }, status }
}

/** A pod that no machine takes, in the scheduler's words. */
function unplaced(message: string): Manifest {
  const conditions = [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message }]
  const { spec, ...rest } = pod({ phase: 'Pending', conditions })
  return { ...rest, spec: { volumes: (spec as JsonObject)['volumes'] ?? [] } }
}

function event(reason: string, message: string, second = 0): Manifest {
  const lastTimestamp = `2026-11-24T10:00:0${second}Z`
  return {
    kind: 'Event',
    metadata: { name: `e${second}` },
    involvedObject: { uid: 'u' },
    reason,
    message,
    lastTimestamp,
  }
}

const disrupted = (reason: string) => ({
  phase: 'Failed',
  conditions: [{ type: 'DisruptionTarget', status: 'True', reason }],
})

/** States that only a real kubelet, or a larger cluster, comes to; the words are those of kubelet and scheduler 1.33. */
describe('states written by hand', () => {
  const denied =
    'failed to pull and unpack image: pull access denied, repository does not exist or may require authorization'
  const mount = 'MountVolume.MountDevice failed for volume "pvc-1": driver name rook.cephfs not found'
  test.each<[string, readonly Manifest[], unknown]>([
    [
      'an image that is not public',
      [waiting('ErrImagePull', denied)],
      { code: 'image-forbidden', args: { image: 'ghcr.io/lab/train:1' } },
    ],
    [
      'an image whose back-off hides the reason, which an event told',
      [waiting('ImagePullBackOff', 'Back-off pulling image'), event('Failed', 'manifest unknown')],
      { code: 'image-missing', args: { image: 'ghcr.io/lab/train:1' } },
    ],
    [
      'a name that is no image',
      [waiting('InvalidImageName', 'couldn’t parse image')],
      { code: 'image-missing', args: { image: 'ghcr.io/lab/train:1' } },
    ],
    [
      'a registry that is tired of us',
      [waiting('ErrImagePull', 'toomanyrequests: You have reached your pull rate limit')],
      {
        code: 'image-unreachable',
        args: { image: 'ghcr.io/lab/train:1', message: 'toomanyrequests: You have reached your pull rate limit' },
      },
    ],
    [
      'a ConfigMap that is not there',
      [waiting('CreateContainerConfigError', 'configmap "conf" not found')],
      { code: 'settings-missing', args: { message: 'configmap "conf" not found' } },
    ],
    [
      'a command that cannot start',
      [waiting('CreateContainerError', 'no command specified')],
      { code: 'unexplained', args: { message: 'CreateContainerError: no command specified' } },
    ],
    [
      'a disk that cannot be mounted',
      [waiting('ContainerCreating'), event('FailedMount', mount)],
      { code: 'disk-stuck', args: { message: mount } },
    ],
    [
      'a disk that could be mounted after all',
      [waiting('ContainerCreating'), event('FailedMount', mount, 1), event('Pulling', 'Pulling image "a:1"', 2)],
      { code: 'image-pulling', args: { image: 'a:1' } },
    ],
    [
      'an image that is there',
      [waiting('ContainerCreating'), event('Pulling', '', 1), event('Pulled', '', 2)],
      { code: 'starting', args: {} },
    ],
    ['nothing heard of its machine yet', [pod({ phase: 'Pending' })], { code: 'starting', args: {} }],
    [
      'nothing heard of the scheduler yet',
      [{ ...pod({ phase: 'Pending' }), spec: {} }],
      { code: 'not-looked-at', args: {} },
    ],
    [
      'machines with room, out of the disk’s reach, and full ones within',
      [
        unplaced(
          '0/9 nodes are available: 4 Insufficient nvidia.com/gpu, 5 node(s) had volume node affinity conflict. preemption: 0/9 nodes',
        ),
      ],
      { code: 'machines-full', args: { resource: 'nvidia.com/gpu', machines: 4, elsewhere: 5 } },
    ],
    [
      'cards before cores',
      [unplaced('0/9 nodes are available: 4 Insufficient cpu, 2 Insufficient nvidia.com/gpu, 3 Insufficient memory.')],
      { code: 'machines-full', args: { resource: 'nvidia.com/gpu', machines: 2, elsewhere: 0 } },
    ],
    [
      'too many pods',
      [unplaced('0/9 nodes are available: 9 Too many pods.')],
      { code: 'machines-full', args: { resource: 'pods', machines: 9, elsewhere: 0 } },
    ],
    [
      'closed machines only',
      [
        unplaced(
          '0/3 nodes are available: 1 node(s) were unschedulable, 2 node(s) had untolerated taint {nautilus.io/issue: }.',
        ),
      ],
      {
        code: 'machines-closed',
        args: {
          closed: [
            { taint: 'being repaired', machines: 1 },
            { taint: 'nautilus.io/issue', machines: 2 },
          ],
        },
      },
    ],
    [
      'words that nobody has heard',
      [unplaced('0/3 nodes are available: 3 node(s) are shy.')],
      { code: 'unexplained', args: { message: '0/3 nodes are available: 3 node(s) are shy.' } },
    ],
    [
      'a machine that went dark',
      [
        pod(
          {
            phase: 'Running',
            conditions: [{ type: 'DisruptionTarget', status: 'True', reason: 'DeletionByTaintManager' }],
          },
          { deletionTimestamp: '2026-11-24T10:00:00Z' },
        ),
      ],
      { code: 'machine-lost', args: { machine: 'gpu-1' } },
    ],
  ])('%s', (_, manifests, why) => {
    const progress = progressOf(sceneOf(manifests.map(live)), 'Pod/x', known)
    expect('why' in progress ? progress.why : progress).toEqual(why)
  })

  test.each<[string, Manifest, Progress]>([
    [
      'pushed aside',
      pod(disrupted('PreemptionByScheduler')),
      { is: 'ended', end: 'failed', cause: { cause: 'preempted' } },
    ],
    [
      'lost with its machine',
      pod(disrupted('DeletionByPodGC')),
      { is: 'ended', end: 'failed', cause: { cause: 'machine-lost' } },
    ],
    ['failed without a word', pod({ phase: 'Failed' }), { is: 'ended', end: 'failed' }],
    ['being deleted', pod({ phase: 'Running' }, { deletionTimestamp: '2026-11-24T10:00:00Z' }), { is: 'going' }],
  ])('a pod that is %s', (_, manifest, progress) => {
    expect(progressOf(sceneOf([live(manifest)]), 'Pod/x', known)).toEqual(progress)
  })
})

test('lists may come in any order', () => {
  for (const [key, progress] of recorded)
    expect(settled(progressOf(sceneOf(read(key).toReversed()), key, known))).toEqual(progress)
})
