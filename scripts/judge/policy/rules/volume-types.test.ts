import { expect, test } from 'vitest'
import { aPod, changed, codesOf } from '../specimens.ts'
import { volumeTypes } from './volume-types.ts'

test.each([
  [{ emptyDir: {} }, []],
  [{ configMap: { name: 'alice-texts' } }, []],
  [{ secret: { secretName: 'alice-secrets' } }, []],
  [{ downwardAPI: {} }, []],
  [{ hostPath: { path: '/' } }, []],
  [{ nfs: { server: 'x', path: '/' } }, ['volume-type']],
  [{ csi: { driver: 'x' } }, ['volume-type']],
  [{ ephemeral: {} }, ['volume-type']],
  [{ image: { reference: 'x' } }, ['volume-type']],
  [{ projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } }, ['volume-type']],
])('%j', (source, codes) => {
  expect(codesOf(volumeTypes, changed(aPod, { 'spec volumes 2': { name: 'x', ...source } }))).toEqual(codes)
})
