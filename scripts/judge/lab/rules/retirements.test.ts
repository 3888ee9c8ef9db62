import { expect, test } from 'vitest'
import { retirements } from './retirements.ts'
import { disk, footprints, said, today } from '../lab.fixture.ts'

const requested = footprints({ 'alice/a': [disk('alice-old', '1Gi')] })
const retired = (claim: string, on: string) => ({ retirements: [{ claim, uid: 'u', on }] })

test.each([
  [
    'to come',
    retired('alice-old', '2026-12-01'),
    ['alice/a PersistentVolumeClaim/alice-old disk-retires metadata.name'],
  ],
  ['today', retired('alice-old', today), ['alice/a PersistentVolumeClaim/alice-old disk-retires metadata.name']],
  ['over: the name may be used again', retired('alice-old', '2026-11-23'), []],
  ['of a disk that nobody asks for', retired('alice-gone', '2026-12-01'), []],
])('a retirement %s', (_, lab, expected) => {
  expect(said(retirements, requested, lab)).toEqual(expected)
})
