import { expect, it } from 'vitest'
import type { SchemaCodes, Shape } from '../../model/codes/schema.ts'
import { schemaSentences } from './schema.ts'

const type = (expected: Shape[], got: string, gotShape: Shape, holds?: string): SchemaCodes['field-type'] => ({
  field: 'x',
  expected,
  got,
  gotShape,
  ...(holds !== undefined && { holds }),
})

it.each<[string, SchemaCodes['field-type'], string]>([
  ['a number for text', type(['text'], '8080', 'whole number'), 'Put it in quotes: `"8080"`.'],
  ['true for text', type(['text'], 'true', 'true or false'), 'Put it in quotes: `"true"`.'],
  ['text for a number', type(['whole number'], '"3600"', 'text'), 'Write `3600` without quotes.'],
  ['a word for a number', type(['whole number'], '"three"', 'text'), 'Write a whole number.'],
  ['text for true', type(['true or false'], '"true"', 'text'), 'Write `true` without quotes.'],
  ['one text for a list', type(['list'], '"python"', 'text'), 'Write it as a list: `["python"]`.'],
  [
    'a map for a list of objects',
    type(['list'], 'an object', 'object', 'name'),
    'Write a list of objects, each with its `name`.',
  ],
  [
    'text for an object of one field',
    type(['object'], '"data"', 'text', 'claimName'),
    'Write `{ claimName: "data" }`.',
  ],
  ['true for an amount', type(['quantity'], 'true', 'true or false'), 'Write an amount, like `4` or `"16Gi"`.'],
  [
    'true for a number or a name',
    type(['whole number', 'text'], 'true', 'true or false'),
    'Write a whole number or a text.',
  ],
])('the mending of a wrong shape gives the value to write: %s', (_, args, fix) => {
  expect(schemaSentences['field-type'](args).fix).toBe(fix)
})

it.each<[string, SchemaCodes['field-unknown'], string]>([
  ['a slip', { field: 'restartpolicy', near: 'restartPolicy' }, 'Write `restartPolicy`.'],
  ['a wrong place', { field: 'volumes', belongs: 'spec' }, 'Move `volumes` to `spec`.'],
  ['the top', { field: 'metadata', belongs: '' }, 'Move `metadata` to the top of the object.'],
  ['no idea', { field: 'gpu' }, 'Remove `gpu`.'],
])('an unknown field: %s', (_, args, fix) => {
  expect(schemaSentences['field-unknown'](args)).toEqual({ what: `There is no field \`${args.field}\` here.`, fix })
})

it.each<[string, Partial<SchemaCodes['kind-unknown']>, string]>([
  ['what others use in its place', { kind: 'CronJob' }, 'Use a `job(…)`, and raise its `run` to run it again.'],
  ['a slip', { kind: 'Jobb', near: 'Job' }, 'Write `kind: Job`.'],
  ['no idea', { kind: 'Widget' }, 'Use one of `Job`, `Pod`.'],
  ['a name of JavaScript’s', { kind: 'constructor' }, 'Use one of `Job`, `Pod`.'],
])('an unknown kind: %s', (_, args, fix) => {
  const given = { apiVersion: 'v1', kind: '', known: ['Job', 'Pod'], ...args }
  expect(schemaSentences['kind-unknown'](given).fix).toBe(fix)
})

it.each<[SchemaCodes['value-range'], string]>([
  [
    { field: 'hours', got: '0', least: 1, most: 168 },
    '`hours` is 0, and it must be between 1 and 168. Write a larger number.',
  ],
  [{ field: 'hours', got: '0', least: 1 }, '`hours` is 0, and it must be at least 1. Write a larger number.'],
  [{ field: 'n', got: '11', most: 10 }, '`n` is 11, and at most 10 is allowed. Write a smaller number.'],
  [{ field: 'n', got: '3000000000' }, '`n` is 3000000000, more than the cluster can hold. Write a smaller number.'],
])('a number out of its range: %j', (args, sentence) => {
  const { what, fix } = schemaSentences['value-range'](args)
  expect(`${what} ${fix}`).toBe(sentence)
})
