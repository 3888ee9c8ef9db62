import { expect, test } from 'vitest'
import { aClaim, changed, faultsOf } from '../specimens.ts'
import { diskSize } from './disk-size.ts'

const tebi = 2 ** 40

test.each([
  ['rook-cephfs', '2Ti', []],
  ['rook-cephfs', '2048Gi', []],
  ['rook-cephfs', '2049Gi', [['disk-size', 2049 * 2 ** 30]]],
  ['rook-cephfs', '3Ti', [['disk-size', 3 * tebi]]],
  ['linstor-unl', '1Ti', []],
  ['linstor-unl', '1.5Ti', [['disk-too-large-for-class', undefined]]],
  [
    'linstor-unl',
    '3Ti',
    [
      ['disk-size', 3 * tebi],
      ['disk-too-large-for-class', undefined],
    ],
  ],
])('%s %s', (className, storage, expected) => {
  const changes = { 'spec storageClassName': className, 'spec resources requests storage': storage }
  expect(faultsOf(diskSize, changed(aClaim, changes)).map(({ code, lift }) => [code, lift])).toEqual(expected)
})
