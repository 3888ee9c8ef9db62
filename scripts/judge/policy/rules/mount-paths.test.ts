import { expect, test } from 'vitest'
import { aPod, changed, codesOf } from '../specimens.ts'
import { mountPaths } from './mount-paths.ts'

const disk = 'spec containers 0 volumeMounts 1 mountPath'
const code = {
  'spec volumes 2': { name: 'code', emptyDir: {} },
  'spec containers 0 volumeMounts 2': { name: 'code', mountPath: '/code' },
}

test.each([
  ['/data', []],
  ['/data/a/b/', []],
  ['/device', []],
  ['/codes', []],
  ['/', ['mount-over-root']],
  ['//', ['mount-over-root']],
  ['/data/..', ['mount-over-root']],
  ['/dev', ['mount-over-system']],
  ['/dev/sda', ['mount-over-system']],
  ['/data/../dev/', ['mount-over-system']],
  ['/proc', ['mount-over-system']],
  ['/sys/fs', ['mount-over-system']],
  ['/dev/shm', ['shm-not-memory']],
  ['/dev/shm/', ['shm-not-memory']],
  ['/dev/shm/a', ['mount-over-system']],
  ['/code', ['mount-over-code']],
  ['/code/data', ['mount-over-code']],
  ['data', ['mount-relative']],
  ['./data', ['mount-relative']],
])('a disk at %s', (mountPath, codes) => {
  expect(codesOf(mountPaths, changed(aPod, { [disk]: mountPath }))).toEqual(codes)
})

test('the clone of the option code', () => {
  expect(codesOf(mountPaths, changed(aPod, code))).toEqual([])
})

test('/dev/shm on the disk of the machine', () => {
  expect(codesOf(mountPaths, changed(aPod, { 'spec volumes 0 emptyDir': {} }))).toEqual(['shm-not-memory'])
})
