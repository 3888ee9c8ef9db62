import { expect, test } from 'vitest'
import { aClaim, changed, codesOf } from '../specimens.ts'
import { diskModes } from './disk-modes.ts'

test.each([
  ['rook-cephfs', ['ReadWriteMany'], []],
  ['rook-cephfs', ['ReadWriteOnce'], []],
  ['rook-ceph-block', ['ReadWriteOnce'], []],
  ['rook-ceph-block', ['ReadWriteMany'], ['disk-mode']],
  ['rook-ceph-block', ['ReadWriteOnce', 'ReadOnlyMany'], ['disk-mode']],
  ['rook-cephfs', ['ReadWriteOncePod'], ['disk-mode']],
  ['unknown', ['ReadWriteMany'], []],
])('%s %j', (className, modes, codes) => {
  expect(
    codesOf(diskModes, changed(aClaim, { 'spec storageClassName': className, 'spec accessModes': modes })),
  ).toEqual(codes)
})
