import { expect, test } from 'vitest'
import type { ChangedPath } from '../../model/change.ts'
import { added, deleted, facts, touching } from '../facts.fixture.ts'
import { ownFolder } from './own-folder.ts'

test.each<[string, readonly ChangedPath[], readonly string[]]>([
  ['the own folder', [added('users/alice/a.ts'), deleted('users/alice/b.ts')], []],
  ['another folder', [added('users/bob/a.ts')], ['folder-foreign bob 1']],
  ['a file taken from another', [added('users/alice/a.ts'), deleted('users/bob/a.ts')], ['folder-foreign bob 1']],
  [
    'several others',
    [added('users/bob/a.ts'), added('users/bob/b.ts'), added('users/carol/a.ts')],
    ['folder-foreign bob 2', 'folder-foreign carol 1'],
  ],
  ['a folder that differs in capitals', [added('users/Alice/a.ts')], ['folder-foreign Alice 1']],
  ['a folder that begins alike', [added('users/alice-x/a.ts')], ['folder-foreign alice-x 1']],
  ['a way out', [added('users/alice/../bob/a.ts')], []],
  ['nobody’s folder', [added('users/a.ts')], ['path-stray users/a.ts']],
  ['in the place of all folders', [added('users', '120000')], ['path-stray users']],
  ['in the place of the own folder', [added('users/alice', '120000')], ['path-stray users/alice']],
])('%s', (_, paths, expected) => {
  const reasons = ownFolder(facts(touching(...paths)))
  expect(reasons.map(({ code, args }) => [code, ...Object.values(args)].join(' '))).toEqual(expected)
})
