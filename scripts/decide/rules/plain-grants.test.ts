import { expect, test } from 'vitest'
import type { ChangedPath } from '../../model/change.ts'
import { added, deleted, facts, touching, words } from '../facts.fixture.ts'
import { plainGrants } from './plain-grants.ts'

test.each<[string, ChangedPath, readonly string[]]>([
  ['a grant', added('grants/118-alice-llm.json'), []],
  ['a program', added('grants/118-alice-llm.json', '100755'), ['refuse not-plain']],
  ['a link', added('grants/118-alice-llm.json', '120000'), ['refuse not-plain']],
  ['another name', added('grants/alice.json'), ['refuse name-refused']],
  ['no JSON', added('grants/118-alice-llm.ts'), ['refuse name-refused']],
  ['a newline', added('grants/118-alice-llm.json\n'), ['refuse name-refused']],
  ['what goes', deleted('grants/old'), []],
])('%s', (_, path, expected) => {
  expect(words(plainGrants(facts(touching(path))))).toEqual(expected)
})
