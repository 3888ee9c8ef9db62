import { expect, test } from 'vitest'
import { contestOf } from './contest-of.ts'
import type { JsonObject, Path } from '../../model/json.ts'

const live = (...managedFields: readonly JsonObject[]) => ({
  metadata: { managedFields },
  spec: {
    ports: [
      { port: 80, protocol: 'TCP' },
      { port: 81, protocol: 'TCP' },
    ],
  },
  data: { a: '1' },
})
const entry = (fieldsV1: JsonObject, more: JsonObject = {}) => ({
  manager: 'kubectl',
  operation: 'Update',
  fieldsV1,
  ...more,
})
const port: Path = ['spec', 'ports', 1, 'targetPort']

test.each<[string, JsonObject, readonly Path[], string | undefined]>([
  ['a field of another manager', entry({ 'f:data': { 'f:a': {} } }), [['data', 'a']], 'kubectl'],
  ['a field of nobody', entry({ 'f:data': { 'f:b': {} } }), [['data', 'a']], undefined],
  ['what is below a field that is owned whole', entry({ 'f:data': {} }), [['data', 'a']], 'kubectl'],
  ['all of what somebody owns a part of', entry({ 'f:data': { '.': {}, 'f:a': {} } }), [['data']], 'kubectl'],
  [
    'an item by its keys',
    entry({ 'f:spec': { 'f:ports': { 'k:{"port":81,"protocol":"TCP"}': { 'f:targetPort': {} } } } }),
    [port],
    'kubectl',
  ],
  [
    'not another item',
    entry({ 'f:spec': { 'f:ports': { 'k:{"port":80,"protocol":"TCP"}': { 'f:targetPort': {} } } } }),
    [port],
    undefined,
  ],
  ['ourselves', entry({ 'f:data': { 'f:a': {} } }, { manager: 'lab', operation: 'Apply' }), [['data', 'a']], undefined],
  ['the status', entry({ 'f:data': { 'f:a': {} } }, { subresource: 'status' }), [['data', 'a']], undefined],
])('%s', (_, managed, paths, manager) => {
  expect(contestOf(live(managed), paths)?.manager).toBe(manager)
})
