import { expect, test } from 'vitest'
import config from '#lab/config'
import { pathText } from '../model/json.ts'
import type { Lab } from '../model/lab.ts'
import { judgeLab } from './judge-lab.ts'

const lab: Lab = config
const { rules, caps, defaults, storage, gpus, images } = lab
const closed = { class: 'closed', shared: true, access: 'gone' } as const
const uid = '0b0b0b0b-0000-4000-8000-000000000000'

const table: readonly (readonly [title: string, change: Partial<Lab>, ...said: string[]])[] = [
  ['the lab as it is', {}],
  ['a cap for a kind of card', { caps: { ...caps, classes: { 'nvidia.com/a100': 4, 'nvidia.com/gpu': 8 } } }],
  [
    'a cap for cards that nobody has',
    { caps: { ...caps, classes: { 'nvidia.com/a101': 4 } } },
    'cap-class-unknown caps.classes["nvidia.com/a101"] nvidia.com/a100',
  ],
  ['an admin who is no member', { admins: ['alise'] }, 'admin-unknown admins[0] alice'],
  ['an admin called as every object is', { admins: ['toString'] }, 'admin-unknown admins[0]'],
  ['a suspended admin', { admins: ['example'] }, 'admin-suspended admins[0]'],
  [
    'two members of one prefix',
    { members: { alice: {}, bob: { prefix: 'alice' } } },
    'prefix-taken members.bob.prefix',
  ],
  ['two spellings of one login', { members: { alice: {}, Alice: {} } }, 'prefix-taken members.Alice'],
  [
    'three of one prefix',
    { members: { alice: {}, a: { prefix: 'alice' }, b: { prefix: 'alice' } } },
    'prefix-taken members.a.prefix',
    'prefix-taken members.b.prefix',
  ],
  ['one login inside another is no clash', { members: { alice: {}, 'alice-b': {} } }],
  ['a prefix with a capital', { members: { alice: { prefix: 'Alice' } } }, 'prefix-unfit members.alice.prefix'],
  ['a prefix that ends with -', { members: { alice: { prefix: 'a-' } } }, 'prefix-unfit members.alice.prefix'],
  ['a prefix with a dot', { members: { alice: { prefix: 'a.b' } } }, 'prefix-unfit members.alice.prefix'],
  [
    'a prefix of 40 characters',
    { members: { alice: { prefix: 'a'.repeat(40) } } },
    'prefix-unfit members.alice.prefix',
  ],
  ['a login that begins with a digit', { members: { alice: {}, '4ever': {} } }, 'prefix-unfit members.4ever'],
  ['such a login with a prefix', { members: { alice: {}, '4ever': { prefix: 'forever' } } }],
  [
    'two members of one account',
    { members: { alice: { id: 1 }, bob: { id: 2 }, carol: { id: 1 } } },
    'id-taken members.carol.id',
  ],
  [
    'a default storage that is none',
    { defaults: { ...defaults, storage: 'filez' } },
    'default-storage-unfit defaults.storage files',
  ],
  [
    'a default storage that is gone',
    { defaults: { ...defaults, storage: 'rook-block' } },
    'default-storage-unfit defaults.storage',
  ],
  [
    'in place of a closed storage none',
    { storage: { ...storage, old: { ...closed, instead: 'filse' } } },
    'instead-unfit storage.old.instead files',
  ],
  [
    'in place of a closed storage a closed one',
    { storage: { ...storage, old: { ...closed, instead: 'rook-block' } } },
    'instead-unfit storage.old.instead',
  ],
  [
    'one class twice',
    { storage: { ...storage, again: { class: 'rook-cephfs', shared: true } } },
    'storage-class-twice storage.again.class',
  ],
  [
    'one product in two models',
    { gpus: { ...gpus, other: { memory: 24, products: ['new', 'NVIDIA-A10'] } } },
    'gpu-product-twice gpus.other.products[1]',
  ],
  [
    'a model named as a class',
    { gpus: { ...gpus, '24GB': { memory: 24, products: ['new'] } } },
    'gpu-name-unfit gpus.24GB',
  ],
  [
    'a cap above the lab',
    { caps: { ...caps, member: { ...caps.member, gpus: 33, disk: '11Ti' } } },
    'cap-above-lab caps.member.gpus',
    'cap-above-lab caps.member.disk',
  ],
  ['a cap equal to the lab in another unit', { caps: { ...caps, member: { ...caps.member, disk: '10240Gi' } } }],
  [
    'a preset of the dead registry',
    { images: { ...images, old: 'gitlab-registry.nautilus.optiputer.net/prp/jupyterlab:1' } },
    'image-registry-unfit images.old',
  ],
  [
    'a preset of an unknown registry',
    { images: { ...images, own: 'example.org/a/b:1' } },
    'image-registry-unfit images.own',
  ],
  ['a preset that moves', { images: { ...images, own: 'ghcr.io/a/b:latest' } }, 'image-latest images.own'],
  [
    'a clone image that moves',
    { defaults: { ...defaults, cloneImage: 'docker.io/alpine/git:latest' } },
    'image-latest defaults.cloneImage',
  ],
  [
    'a preemptible class that is not allowed',
    { rules: { ...rules, priority: { ...rules.priority, preemptible: ['oportunistic2'] } } },
    'priority-unfit rules.priority.preemptible[0] opportunistic2',
  ],
  [
    'a disk retired twice',
    {
      retirements: [
        { claim: 'bob-data', uid, on: '2026-12-01' },
        { claim: 'bob-data', uid, on: '2026-12-02' },
      ],
    },
    'retirement-twice retirements[1]',
  ],
]

test.each(table.map(([title, change, ...said]) => ({ title, change, said })))('$title', ({ change, said }) => {
  const found = judgeLab({ ...lab, ...change }).map(({ code, path, args }) =>
    [code, pathText(path), ...('near' in args ? [args.near] : [])].join(' '),
  )
  expect(found).toEqual(said)
})
