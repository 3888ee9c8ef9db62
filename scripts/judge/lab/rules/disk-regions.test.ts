import { expect, test } from 'vitest'
import { diskRegions } from './disk-regions.ts'
import { argsOf, disk, footprints, pod, said } from '../lab.fixture.ts'

const disks = ['alice-data']
const mounting = (storage: string, run: Parameters<typeof pod>[1]) => ({
  'alice/a': [disk('alice-data', '1Gi', { storage }), pod('alice-x', { disks, ...run })],
})

test.each<[string, Parameters<typeof footprints>[0], string[]]>([
  ['in its region', mounting('rook-cephfs', { region: 'us-west' }), []],
  [
    'in another',
    mounting('rook-cephfs-central', { region: 'us-west' }),
    ['alice/a Pod/alice-x disk-elsewhere spec.volumes[0]'],
  ],
  ['anywhere', mounting('rook-cephfs', {}), ['alice/a Pod/alice-x disk-region-open spec.volumes[0]']],
  ['a disk that is in several regions', mounting('linstor-ha', { region: 'us-west' }), []],
  ['a class that nobody knows', mounting('rook-nowhere', { region: 'us-west' }), []],
  ['a disk that nobody makes', { 'alice/a': [pod('alice-x', { disks, region: 'us-west' })] }, []],
  [
    "somebody else's disk",
    {
      'bob/d': [disk('bob-set', '1Gi', { storage: 'rook-cephfs-central', readers: 'lab' })],
      'alice/a': [pod('x', { disks: ['bob-set:ro'], region: 'us-west' })],
    },
    ['alice/a Pod/x disk-elsewhere spec.volumes[0]'],
  ],
])('%s', (_, requests, expected) => {
  expect(said(diskRegions, footprints(requests))).toEqual(expected)
})

test("a claim without a class is in the region of the cluster's own choice", () => {
  const claim = { kind: 'PersistentVolumeClaim', metadata: { name: 'alice-data' }, spec: {} }
  const elsewhere = footprints({ 'alice/a': [claim, pod('alice-x', { disks, region: 'us-east' })] })
  expect(argsOf('disk-elsewhere', diskRegions, elsewhere)).toEqual({
    claim: 'alice-data',
    region: 'us-west',
    regions: ['us-east'],
  })
})
