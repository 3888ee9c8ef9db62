import { describe, expect, test } from 'vitest'
import { mountedDisks } from './mounted-disks.ts'
import { argsOf, disk, footprints, job, pod, said } from '../lab.fixture.ts'

const alice = (...disks: readonly string[]) => ({ 'alice/dev': [pod('alice-dev', { disks })] })
const refused = (code: string) => [`alice/dev Pod/alice-dev ${code} spec.volumes[0]`]
const bobs = (options: Parameters<typeof disk>[2] = {}) => ({ 'bob/data': [disk('bob-set', '1Gi', options)] })

test.each<[string, Parameters<typeof footprints>[0], string[]]>([
  [
    'an own disk in the same file',
    { 'alice/dev': [disk('alice-data', '1Gi'), pod('x', { disks: ['alice-data'] })] },
    [],
  ],
  ['an own disk in another file', { ...alice('alice-data'), 'alice/data': [disk('alice-data', '1Gi')] }, []],
  ['nobody makes it', alice('alice-data'), refused('disk-missing')],
  ['shared with the lab', { ...alice('bob-set:ro'), ...bobs({ readers: 'lab' }) }, []],
  ['shared by name', { ...alice('bob-set:ro'), ...bobs({ readers: 'carol,alice' }) }, []],
  ['shared by name, capitals aside', { ...alice('bob-set:ro'), ...bobs({ readers: 'Alice' }) }, []],
  ['not shared', { ...alice('bob-set:ro'), ...bobs() }, refused('disk-not-shared')],
  ['shared with somebody else', { ...alice('bob-set:ro'), ...bobs({ readers: 'carol' }) }, refused('disk-not-shared')],
  ['a name that holds mine', { ...alice('bob-set:ro'), ...bobs({ readers: 'alice-b' }) }, refused('disk-not-shared')],
  [
    'read by right, written without',
    { ...alice('bob-set'), ...bobs({ readers: 'lab' }) },
    refused('disk-not-writable'),
  ],
  ['who may write may write', { ...alice('bob-set'), ...bobs({ writers: 'alice' }) }, []],
  ['who may write may read', { ...alice('bob-set:ro'), ...bobs({ writers: 'alice' }) }, []],
  [
    'mounted twice, once to write',
    { ...alice('bob-set:ro', 'bob-set'), ...bobs({ readers: 'lab' }) },
    refused('disk-not-writable'),
  ],
  [
    'on one machine only',
    { ...alice('bob-set:ro'), ...bobs({ readers: 'lab', storage: 'rook-ceph-block' }) },
    refused('disk-not-shareable'),
  ],
  ['read on many machines', { ...alice('bob-set:ro'), ...bobs({ readers: 'lab', mode: 'ReadOnlyMany' }) }, []],
  [
    'consent at a disk whose name its owner may not use is none',
    { ...alice('carol-set:ro'), 'bob/data': [disk('carol-set', '1Gi', { readers: 'lab' })] },
    refused('disk-missing'),
  ],
  [
    'my own disk comes first',
    { ...alice('ann-lee-x'), 'alice/d': [disk('ann-lee-x', '1Gi')], 'ann-lee/d': [disk('ann-lee-x', '1Gi')] },
    [],
  ],
  [
    'each run is told',
    { 'alice/dev': [pod('a', { disks: ['alice-x'] }), job('b', { disks: ['alice-x'] })] },
    ['alice/dev Pod/a disk-missing spec.volumes[0]', 'alice/dev Job/b disk-missing spec.template.spec.volumes[0]'],
  ],
])('%s', (_, requests, expected) => {
  expect(said(mountedDisks, footprints(requests))).toEqual(expected)
})

describe('what was meant', () => {
  const secret = { 'bob/data': [disk('bob-set', '1Gi'), disk('bob-open', '1Gi', { readers: 'lab' })] }
  test.each<[string, Parameters<typeof footprints>[0], object]>([
    [
      'an own disk',
      { ...alice('alice-dtaa'), 'alice/d': [disk('alice-data', '1Gi')] },
      { claim: 'alice-dtaa', near: 'alice-data' },
    ],
    ['nothing near', { ...alice('alice-x'), 'alice/d': [disk('alice-data', '1Gi')] }, { claim: 'alice-x' }],
    [
      "another member's shared disk",
      { ...alice('bob-oepn'), ...secret },
      { claim: 'bob-oepn', member: 'bob', near: 'bob-open' },
    ],
    ['never one that would be refused', { ...alice('bob-sett'), ...secret }, { claim: 'bob-sett', member: 'bob' }],
    ["nobody's prefix", { ...alice('data'), ...secret }, { claim: 'data' }],
  ])('%s', (_, requests, args) => {
    expect(argsOf('disk-missing', mountedDisks, footprints(requests))).toEqual(args)
  })

  test('the storage that many can mount, in the same region', () => {
    const block = { readers: 'lab', mode: 'ReadWriteOnce', storage: 'rook-cephfs-central' }
    expect(argsOf('disk-not-shareable', mountedDisks, footprints({ ...alice('bob-set:ro'), ...bobs(block) }))).toEqual({
      claim: 'bob-set',
      member: 'bob',
      storage: 'files-central',
    })
  })
})
