import { expect, test } from 'vitest'
import type { ChangedPath } from '../../model/change.ts'
import { added, deleted, facts, touching, words } from '../facts.fixture.ts'
import { plainHouse } from './plain-house.ts'

test.each<[string, ChangedPath, readonly string[]]>([
  ['a file', added('lab.config.ts'), []],
  ['a program', added('.husky/pre-commit', '100755'), []],
  ['a link', added('templates/x.ts', '120000'), ['refuse not-plain']],
  ['another repository', added('scripts/x', '160000'), ['refuse not-plain']],
  ['what goes', deleted('templates/x.ts'), []],
])('%s', (_, path, expected) => {
  expect(words(plainHouse(facts(touching(path))))).toEqual(expected)
})
