import { expect, test } from 'vitest'
import type { ChangedPath } from '../../model/change.ts'
import { added, deleted, facts, touching } from '../facts.fixture.ts'
import { plainRequests } from './plain-requests.ts'

test.each<[string, ChangedPath, readonly string[]]>([
  ['a request', added('users/alice/dev-2.x_y.ts'), []],
  ['a helper', added('users/alice/_shared.ts'), []],
  ['a link', added('users/alice/dev.ts', '120000'), ['not-plain']],
  ['another repository', added('users/alice/dev.ts', '160000'), ['not-plain']],
  ['a program', added('users/alice/dev.ts', '100755'), ['not-plain']],
  ['a mode of long ago', added('users/alice/dev.ts', '100664'), ['not-plain']],
  ['a link with a bad name', added('users/alice/Dev', '120000'), ['not-plain', 'name-refused']],
  ['attributes', added('users/alice/.gitattributes'), ['name-refused']],
  ['capitals', added('users/alice/Dev.ts'), ['name-refused']],
  ['a newline', added('users/alice/a\n.ts'), ['name-refused']],
  ['a newline at the end', added('users/alice/a.ts\n'), ['name-refused']],
  ['beyond ASCII', added('users/alice/dév.ts'), ['name-refused']],
  ['a folder', added('users/alice/sub/dev.ts'), ['name-refused']],
  ['a way out', added('users/alice/../bob/dev.ts'), ['name-refused']],
  ['types', added('users/alice/dev.d.ts'), ['name-refused']],
  ['no request', added('users/alice/run.sh'), ['name-refused']],
  ['anything that goes', deleted('users/alice/Dév.sh'), []],
])('%s', (_, path, expected) => {
  expect(plainRequests(facts(touching(path))).map(({ code }) => code)).toEqual(expected)
})
