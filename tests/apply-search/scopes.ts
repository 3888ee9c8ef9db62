import config from '../../lab.config.ts'
import { applyLab } from '../../scripts/apply/index.ts'
import type { Desired, Wanted } from '../../scripts/model/desired.ts'
import { digestOf } from '../../scripts/model/digest.ts'
import type { Lab } from '../../scripts/model/lab.ts'
import type { Manifest } from '../../scripts/model/manifest.ts'
import { keyOf, type Key } from '../../scripts/model/object-key.ts'
import { alone } from './alone.ts'
import { settingOf } from './lab-program.ts'
import { newLab, type Server } from './server.ts'

export interface Run {
  readonly member: string
  readonly name: string
  readonly run?: number
  readonly gpus?: number
  readonly image?: string
  readonly needs?: readonly Key[]
}

export const members = ['ann', 'bob']

/** The real lab, with so many GPUs and two members, each of whom may have them all. */
export function labOf(gpus: number): Lab {
  const real: Lab = config
  const { member, lab } = real.caps
  return {
    ...real,
    namespace: 'lab',
    members: Object.fromEntries(members.map((login) => [login, {}])),
    caps: { ...real.caps, member: { ...member, gpus }, lab: { ...lab, gpus } },
  }
}

/** The commit of this height asks for these. */
export function commitOf(height: number, wanted: readonly Wanted[]): Desired {
  return { commit: String(height).repeat(40), height, broken: [], wanted }
}

export function run({ member, name, run: number = 1, gpus = 1, image = 'a', needs = [] }: Run): Wanted {
  const limits = { 'nvidia.com/gpu': gpus }
  const manifest = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `${member}-${name}`, annotations: { 'test/gpus': String(gpus) } },
    spec: { activeDeadlineSeconds: 3600, containers: [{ name: 'main', image, resources: { limits } }] },
  }
  return {
    ...wantedBy(member, name, manifest),
    run: number,
    demand: { gpus, byResource: { 'nvidia.com/gpu': gpus } },
    seconds: 3600,
    needs: needs.map((key) => ({ key, path: ['spec', 'volumes'] })),
  }
}

export function settings(member: string, name: string, value: string): Wanted {
  const metadata = { name: `${member}-${name}` }
  return wantedBy(member, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { value } })
}

export function disk(member: string, name: string): Wanted {
  const spec = {
    accessModes: ['ReadWriteOnce'],
    storageClassName: 'rook-ceph-block',
    resources: { requests: { storage: '1Gi' } },
  }
  const metadata = { name: `${member}-${name}` }
  return wantedBy(member, name, { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata, spec })
}

function wantedBy(member: string, name: string, manifest: Manifest): Wanted {
  const file = `users/${member}/${name}.ts`
  return {
    key: keyOf(manifest),
    owner: member,
    request: `${member}/${name}`,
    file,
    manifest,
    run: 1,
    incarnation: 1,
    digest: digestOf(manifest),
    demand: { gpus: 0, byResource: {} },
    needs: [],
    ticket: [1, file, 0],
  }
}

/** A lab in which this was applied already. */
export function labAfter(lab: Lab, desired: Desired): Server {
  return alone(applyLab(settingOf({ lab, desired })), newLab).server
}

const a = { member: 'ann', name: 'a' }
const b = { member: 'bob', name: 'b' }

const first = commitOf(1, [run(a)])
const raised = commitOf(2, [run({ ...a, run: 2 })])
const edited = commitOf(2, [run({ ...a, image: 'b' })])
const removed = commitOf(2, [run(b)])
const both = commitOf(1, [run(a), run(b)])
const grown = commitOf(2, [run({ ...a, run: 2, gpus: 2 }), run(b)])
const withDisk = commitOf(1, [
  disk('ann', 'd'),
  settings('ann', 's', '1'),
  run({ ...a, needs: ['PersistentVolumeClaim/ann-d', 'ConfigMap/ann-s'] }),
])
const withoutDisk = commitOf(2, [settings('ann', 's', '2')])

export interface Story {
  readonly gpus: number
  /** Applied before, undisturbed. */
  readonly before?: Desired
  readonly applies: readonly Desired[]
  readonly finishes?: number
  readonly removals?: number
  readonly losses?: number
  /** Rounds after which an apply dies, in the small search. */
  readonly rounds?: number
  /** Only in the big search (`SEARCH=big`). */
  readonly big?: true
}

export function newestOf({ applies }: Story): Desired {
  return applies.reduce((newest, desired) => (desired.height > newest.height ? desired : newest))
}

/** Chosen so that each has what one safeguard is there for; all that can happen in each is searched. */
export const stories = {
  'one run, two applies of its commit': { gpus: 1, applies: [first, first], finishes: 1, removals: 1, losses: 1 },
  'one run, three applies of its commit': { gpus: 1, applies: [first, first, first], removals: 1, rounds: 1 },
  'its number is raised': { gpus: 1, applies: [first, raised], finishes: 1, removals: 1, losses: 1 },
  'its number is raised while it runs': {
    gpus: 1,
    before: first,
    applies: [raised, raised],
    finishes: 1,
    removals: 1,
    losses: 1,
  },
  'its text is edited': { gpus: 1, applies: [first, edited], removals: 1, losses: 1 },
  'it is removed': { gpus: 1, applies: [first, removed], finishes: 1, removals: 1 },
  'two members and the last GPU': { gpus: 1, applies: [both, both], finishes: 1, rounds: 2 },
  'two members and the last GPU, and one of them gives up': { gpus: 1, applies: [both, removed], finishes: 1 },
  'a run grows into the last GPU': { gpus: 2, before: first, applies: [grown, grown], finishes: 1, rounds: 2 },
  'a disk, a setting and a run': { gpus: 1, applies: [withDisk, withDisk], rounds: 2 },
  'the disk is let go and the setting changed': {
    gpus: 1,
    before: withDisk,
    applies: [withDisk, withoutDisk],
    finishes: 1,
    losses: 1,
  },
  'two commits, three applies': { gpus: 1, applies: [first, first, raised], removals: 1, finishes: 1, big: true },
} satisfies Readonly<Record<string, Story>>
