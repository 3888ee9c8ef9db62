import { expect, test } from 'vitest'
import { requestSource } from './request-source.ts'

const run = { purpose: 'session', name: 'dev', hours: 6, image: 'pytorch' } as const

test('a session, as a careful member writes it', () => {
  expect(requestSource({ ...run, gpu: '1x24GB', disk: { size: '100Gi' } })).toBe(`import { session, volume } from '#lab'

export const data = volume('dev-data', '100Gi')
export default session('dev', {
  gpu: '1x24GB',
  image: 'pytorch',
  hours: 6,
  mounts: { '/data': data },
})
`)
})

test('a job on the disk of another request', () => {
  const asked = { ...run, purpose: 'job', disk: { from: 'imagenet' }, code: { repo: 'bob/vit', ref: 'v1.2' } } as const
  expect(requestSource({ ...asked, command: 'python train.py\necho "done"' })).toBe(`import { job } from '#lab'
import { data } from './imagenet.ts'

export default job('dev', {
  image: 'pytorch',
  hours: 6,
  mounts: { '/data': data },
  code: { repo: 'bob/vit', ref: 'v1.2' },
  command: "python train.py\\necho \\"done\\"",
})
`)
})

test.each<[command: string, written: string]>([
  ["echo 'a'", `"echo 'a'"`],
  ['a`b${c}', '"a`b${c}"'],
  ['a\\b', '"a\\\\b"'],
  ['größe', '"größe"'],
  ['a\u202eb', '"a\\u{202e}b"'],
  ['a\u2028b', '"a\\u{2028}b"'],
  ['a\u200bb', '"a\\u{200b}b"'],
  ['a\ud800b', '"a\\ud800b"'],
  ['a\0b', '"a\\u0000b"'],
])('%j is one literal in which all can be seen', (command, written) => {
  expect(requestSource({ ...run, purpose: 'job', command })).toContain(`  command: ${written},\n`)
})

test('a disk', () => {
  expect(requestSource({ purpose: 'disk', name: 'imagenet', size: '2Ti' })).toBe(`import { volume } from '#lab'

export const data = volume('imagenet', '2Ti')
`)
})
