import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import lab from '#lab/config'
import { enter } from '../templates/context.ts'

/** The instructions with which the lab worked until now, word for word. */
const tutorial = readFileSync(join(import.meta.dirname, 'tutorial/nautilus-cluster-instructions.md'), 'utf8')

const theirs = new Map(
  [...tutorial.matchAll(/```\{yaml\}\n(apiVersion:[^`]*)```/g)].map(([, text = '']) => {
    const manifest = parse(text) as { readonly metadata: { readonly name: string } }
    return [manifest.metadata.name, manifest] as const
  }),
)

/** What the member `example` requests, made as the evaluator would: each file in a context of its own, disks first. */
async function requested(file: string): Promise<Readonly<Record<string, unknown>>> {
  enter({ owner: 'example', prefix: 'example', request: `example/${file}`, file: `users/example/${file}.ts` })
  return (await import(`../users/example/${file}.ts`)) as Readonly<Record<string, unknown>>
}

const ours = new Map([
  ['data', (await requested('volume-example'))['data']],
  ['gpu-pod-example', (await requested('gpu-pod-example'))['default']],
  ['pytorch-example', (await requested('pytorch-example'))['default']],
])

/** Each value by its path. Things that are told apart by a name are so here too, not by their place in a list. */
function leavesOf(value: unknown, path = ''): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]]
  const isWords = Array.isArray(value) && value.every((item) => typeof item === 'string')
  if (isWords) return [[path, value.join(' ')]]
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    leavesOf(part, `${path}${path && ' '}${nameIn(part) ?? key}`),
  )
}

function nameIn(part: unknown): string | undefined {
  const { mountPath, persistentVolumeClaim, emptyDir }: Record<string, unknown> = Object(part)
  if (typeof mountPath === 'string') return mountPath
  if (emptyDir !== undefined) return 'memory'
  const { claimName }: Record<string, unknown> = Object(persistentVolumeClaim)
  return typeof claimName === 'string' ? claimName.replace(/^example-/, '') : undefined
}

interface Difference {
  readonly path: string
  readonly was: string | undefined
  readonly is: string | undefined
}

function differencesOf(name: string): readonly Difference[] {
  const [was, is] = [new Map(leavesOf(theirs.get(name))), new Map(leavesOf(ours.get(name)))]
  const paths = [...new Set([...was.keys(), ...is.keys()])]
  return paths.map((path) => ({ path, was: was.get(path), is: is.get(path) })).filter((one) => one.was !== one.is)
}

/** Where ours is another, and why. A path stands for all below it; `is` is left out where a whole part is new. */
interface Row {
  readonly of: readonly string[]
  readonly path: string
  readonly was?: string
  readonly is?: string
  readonly why: string
}

const [disk, notebook, session] = ['data', 'gpu-pod-example', 'pytorch-example'] as const
const pods = [notebook, session]
const all = [disk, ...pods]

const table: readonly Row[] = [
  {
    of: [disk],
    path: 'metadata name',
    was: 'data',
    is: 'example-data',
    why: 'the namespace is shared, so names begin with their owner',
  },
  { of: [notebook], path: 'metadata name', was: 'gpu-pod-example', is: 'example-gpu-pod-example', why: 'the same' },
  { of: [session], path: 'metadata name', was: 'pytorch-example', is: 'example-pytorch-example', why: 'the same' },
  {
    of: [session],
    path: 'spec volumes data name',
    was: 'data',
    is: 'example-data',
    why: 'the same: a volume is called as its disk',
  },
  {
    of: [session],
    path: 'spec volumes data persistentVolumeClaim claimName',
    was: 'data',
    is: 'example-data',
    why: 'the same',
  },
  {
    of: [session],
    path: 'spec containers 0 volumeMounts /data name',
    was: 'data',
    is: 'example-data',
    why: 'the same',
  },
  { of: all, path: 'metadata namespace', is: lab.namespace, why: 'written down, not taken from whoever applies' },
  { of: all, path: 'metadata labels', why: 'whose it is, and for Services to find it' },
  { of: all, path: 'metadata annotations', why: 'the file that requests it, and the number of its run' },
  {
    of: [disk],
    path: 'spec storageClassName',
    was: 'rook-block',
    is: 'rook-cephfs',
    why: 'rook-block is gone from the cluster',
  },
  {
    of: [disk],
    path: 'spec accessModes',
    was: 'ReadWriteOnce',
    is: 'ReadWriteMany',
    why: 'rook-cephfs can be mounted by many',
  },
  { of: [notebook], path: 'spec containers 0 name', was: 'gpu-container', is: 'main', why: 'nobody has to choose it' },
  {
    of: [session],
    path: 'spec containers 0 name',
    was: 'pytorch-container',
    is: 'main',
    why: 'nobody has to choose it',
  },
  {
    of: [notebook],
    path: 'spec containers 0 image',
    was: 'gitlab-registry.nautilus.optiputer.net/prp/jupyterlab:latest',
    is: lab.images.jupyter,
    why: 'the registry is gone, and latest changes under a run',
  },
  {
    of: [session],
    path: 'spec containers 0 image',
    was: 'pytorch/pytorch:latest',
    is: lab.images.pytorch,
    why: 'latest changes under a run',
  },
  { of: pods, path: 'spec containers 0 args', was: 'sleep infinity', why: 'now a command, below' },
  {
    of: [notebook],
    path: 'spec containers 0 command',
    is: 'jupyter lab --ip=127.0.0.1 --port=8888 --no-browser --allow-root',
    why: 'Jupyter runs without a shell first',
  },
  {
    of: [session],
    path: 'spec containers 0 command',
    is: 'sh -c trap "exit 0" TERM; sleep infinity & wait',
    why: 'sleeps too, and ends at once when it is stopped',
  },
  { of: [notebook], path: 'spec containers 0 ports', why: 'the port that the tutorial forwards' },
  {
    of: [notebook],
    path: 'spec restartPolicy',
    is: 'Never',
    why: 'a session that ended is over; the tutorial has it in its other pod',
  },
  {
    of: pods,
    path: 'spec activeDeadlineSeconds',
    is: '21600',
    why: 'every run has an end: the cluster removes bare pods after 6 hours',
  },
  { of: pods, path: 'spec containers 0 resources limits cpu', is: '4', why: 'the cluster refuses containers without' },
  {
    of: pods,
    path: 'spec containers 0 resources limits memory',
    is: '16Gi',
    why: 'the cluster refuses containers without',
  },
  {
    of: pods,
    path: 'spec containers 0 resources requests',
    why: 'the cluster refuses containers without; equal to the limits',
  },
  { of: pods, path: 'spec affinity', why: 'amd64, a card that runs the image, the region of the disk' },
  { of: pods, path: 'spec automountServiceAccountToken', is: 'false', why: 'a run needs no key to the cluster' },
  { of: pods, path: 'spec volumes memory', why: '/dev/shm is 64 MB otherwise, and data loaders die' },
  { of: pods, path: 'spec containers 0 volumeMounts /dev/shm', why: 'the same' },
]

function covers({ path, ...row }: Row, difference: Difference): boolean {
  if (difference.path.startsWith(`${path} `)) return row.was === undefined && row.is === undefined
  return difference.path === path && row.was === difference.was && (row.is === difference.is || row.is === undefined)
}

test('the tutorial has three manifests, and one of them twice', () => {
  expect([...theirs.keys()].toSorted()).toEqual(all)
  expect(tutorial.match(/^kind: /gm)).toHaveLength(4)
})

describe.each(all)('%s', (name) => {
  const rows = table.filter((row) => row.of.includes(name))

  test('differs from the tutorial only where the table says so', () => {
    const open = differencesOf(name).filter((difference) => !rows.some((row) => covers(row, difference)))
    expect(open).toEqual([])
  })

  test('differs wherever the table says so', () => {
    const idle = rows.filter((row) => !differencesOf(name).some((difference) => covers(row, difference)))
    expect(idle).toEqual([])
  })
})

test('what both have in common is what the tutorial teaches', () => {
  const common = all.flatMap((name) => {
    const same = new Map(leavesOf(ours.get(name)))
    return leavesOf(theirs.get(name)).flatMap(([path, value]) =>
      same.get(path) === value ? [`${name}: ${path} ${value}`] : [],
    )
  })
  expect(common).toEqual([
    'data: apiVersion v1',
    'data: kind PersistentVolumeClaim',
    'data: spec resources requests storage 100Gi',
    'gpu-pod-example: apiVersion v1',
    'gpu-pod-example: kind Pod',
    'gpu-pod-example: spec containers 0 resources limits nvidia.com/gpu 1',
    'pytorch-example: apiVersion v1',
    'pytorch-example: kind Pod',
    'pytorch-example: spec containers 0 volumeMounts /data mountPath /data',
    'pytorch-example: spec containers 0 resources limits nvidia.com/gpu 1',
    'pytorch-example: spec restartPolicy Never',
  ])
})
