import { stripTypeScriptTypes } from 'node:module'
import { expect, test } from 'vitest'
import type { Aim } from './aim.ts'
import { literalPlace } from './literal-place.ts'
import type { Path } from '../model/json.ts'

const config = `import type { Lab } from './scripts/model/lab.ts'

/** The lab. */
export default {
  admins: ['alice', 'bob'],
  'members': { alice: {}, bob: { id: 7 } },
  caps: {
    gpus: 4,
  },
} as const satisfies Lab
`
const grant = `{
  "login": "carol", "lifts": [{ "code": "gpu-class" }]
}
`

test.each<[string, string, string, Path, Aim, string]>([
  ['a value', 'lab.config.ts', config, ['admins', 1], 'value', '5:21-5:26'],
  ['a value below a quoted name', 'lab.config.ts', config, ['members', 'bob', 'id'], 'value', '6:38-6:39'],
  ['a name', 'lab.config.ts', config, ['members', 'bob'], 'key', '6:27-6:30'],
  ['what is missing', 'lab.config.ts', config, ['caps', 'cpu'], 'inside', '7:9-7:10'],
  ['of several lines the name', 'lab.config.ts', config, ['caps'], 'value', '7:3-7:7'],
  ['the whole', 'lab.config.ts', config, [], 'value', '4:16-4:17'],
  ['JSON', 'grants/1-carol-x.json', grant, ['lifts', 0, 'code'], 'value', '2:41-2:52'],
  ['the whole of JSON', 'grants/1-carol-x.json', grant, [], 'value', '1:1-1:2'],
  ['what is missing in JSON', 'grants/1-carol-x.json', grant, ['until'], 'inside', '1:1-1:2'],
  ['no TypeScript', 'lab.config.ts', 'export default {', ['a'], 'value', 'nowhere'],
  ['no JSON', 'grants/1-carol-x.json', '{', ['a'], 'value', 'nowhere'],
])('%s', (_, file, text, path, aim, expected) => {
  const place = literalPlace({ file, text }, path, aim, (code) => stripTypeScriptTypes(code))
  const { line, column, endLine, endColumn } = place
  expect(place.file).toBe(file)
  expect(line === undefined ? 'nowhere' : `${line}:${column}-${endLine}:${endColumn}`).toBe(expected)
})
