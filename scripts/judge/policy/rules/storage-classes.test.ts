import { expect, test } from 'vitest'
import { aClaim, changed, faultsOf } from '../specimens.ts'
import { storageClasses } from './storage-classes.ts'

const place = 'spec storageClassName'

test.each([
  ['rook-cephfs', []],
  ['rook-ceph-block', []],
  [undefined, [['storage-class-missing', { usual: 'rook-cephfs' }, undefined]]],
  ['', [['storage-class-missing', { usual: 'rook-cephfs' }, undefined]]],
  ['rook-cepfs', [['storage-class-unknown', { className: 'rook-cepfs', near: 'rook-cephfs' }, undefined]]],
  ['gp2', [['storage-class-unknown', { className: 'gp2', near: 'rook-cephfs' }, undefined]]],
  ['files', [['storage-class-unknown', { className: 'files', near: 'rook-cephfs' }, undefined]]],
  [
    'rook-block',
    [
      [
        'storage-class-closed',
        { className: 'rook-block', access: 'gone', instead: 'block', insteadClass: 'rook-ceph-block' },
        undefined,
      ],
    ],
  ],
  [
    'ceph-rbd',
    [
      [
        'storage-class-closed',
        { className: 'ceph-rbd', access: 'never', instead: 'block', insteadClass: 'rook-ceph-block' },
        undefined,
      ],
    ],
  ],
  [
    'rook-cephfs-tide',
    [
      [
        'storage-class-closed',
        { className: 'rook-cephfs-tide', access: 'group', instead: 'files', insteadClass: 'rook-cephfs' },
        'rook-cephfs-tide',
      ],
    ],
  ],
])('%s', (className, expected) => {
  const faults = faultsOf(storageClasses, changed(aClaim, { [place]: className }))
  expect(faults.map(({ code, args, lift }) => [code, args, lift])).toEqual(expected)
})
