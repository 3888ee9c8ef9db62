import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pathText, type Json } from '../model/json.ts'
import type { JsonSchema } from '../model/json-schema.ts'
import { compileValidators } from './compile-validators.ts'
import { faultsOf } from '../judge/schema/faults-of.ts'
import type { Validator } from '../judge/schema/validator.ts'

const schema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'thing.schema.json',
  type: 'object',
  additionalProperties: false,
  properties: {
    either: {
      anyOf: [{ type: 'string' }, { type: 'object', required: ['a'], properties: { a: { type: 'integer' } } }],
    },
    never: { description: 'nothing at all', not: {} },
    names: { type: 'object', propertyNames: { $ref: '#/$defs/name' }, additionalProperties: { type: 'boolean' } },
    few: { type: 'array', uniqueItems: true, maxItems: 3, items: { type: 'object' } },
    count: { type: 'integer', minimum: 1, maximum: 9 },
    version: { const: 1 },
  },
  $defs: { name: { description: 'a name in small letters', type: 'string', pattern: '^[a-z]+$' } },
}

describe('a compiled schema of our own', () => {
  let folder: string
  let validate: Validator

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'compiled-'))
    const text = compileValidators({
      schemas: [schema],
      keys: { thing: 'thing.schema.json' },
      formatsFrom: pathToFileURL(join(import.meta.dirname, '../model/formats.ts')).href,
    })
    await writeFile(join(folder, 'validators.mjs'), text)
    const module = (await import(pathToFileURL(join(folder, 'validators.mjs')).href)) as {
      validators: Record<string, Validator>
    }
    validate = module.validators['thing'] as Validator
  })
  afterAll(() => rm(folder, { recursive: true }))

  const told = (value: Json) => {
    if (validate(value)) return []
    const tree = { root: schema, resolve: (ref: string) => schema.$defs?.[ref.replace('#/$defs/', '')] }
    const faults = faultsOf(validate.errors ?? [], value, tree, { by: 'lab' })
    return faults.map(({ code, path, args }) => `${code} ${pathText(path)} ${JSON.stringify(args)}`)
  }

  it.each<[string, Json, readonly string[]]>([
    ['what holds says nothing', { either: 'a', names: { a: true }, few: [{}], count: 9, version: 1 }, []],
    [
      'a union is one fault, whatever its branches say',
      { either: { a: 'x' } },
      ['value-format either {"field":"either","expected":"`anyOf`","got":"an object"}'],
    ],
    [
      'the description says what should be there',
      { never: 1 },
      ['value-format never {"field":"never","expected":"nothing at all","got":"1"}'],
    ],
    [
      'a name is wrong where it stands',
      { names: { A: true } },
      ['value-format names.A {"field":"names.A","expected":"a name in small letters","got":"\\"A\\""}'],
    ],
    [
      'beside a wrong name a wrong value is told',
      { names: { A: true, b: 1 } },
      [
        'field-type names.b {"field":"names.b","expected":["true or false"],"got":"1","gotShape":"whole number"}',
        'value-format names.A {"field":"names.A","expected":"a name in small letters","got":"\\"A\\""}',
      ],
    ],
    [
      'the later of two equal items is one too many',
      { few: [{ a: 1 }, {}, { a: 1 }] },
      ['value-format few[2] {"field":"few[2]","expected":"different from the items before it","got":"an object"}'],
    ],
    [
      'a list is too long',
      { few: [{}, { a: 1 }, { a: 2 }, { a: 3 }] },
      ['value-format few {"field":"few","expected":"a list of at most 3","got":"a list"}'],
    ],
    [
      'a number is out of its range',
      { count: 10 },
      ['value-range count {"field":"count","got":"10","least":1,"most":9}'],
    ],
    [
      'a constant is an enum of one',
      { version: 2 },
      ['field-enum version {"field":"version","allowed":["1"],"got":"2"}'],
    ],
    [
      'the whole value can be wrong',
      [],
      ['field-type  {"field":"","expected":["object"],"got":"[]","gotShape":"list"}'],
    ],
  ])('%s', (_, value, faults) => {
    expect([...told(value)].sort()).toEqual(faults)
  })
})

it('refuses what is no schema', () => {
  const broken = { ...schema, properties: { a: { type: 'texts' } } }
  expect(() => compileValidators({ schemas: [broken], keys: {}, formatsFrom: '' })).toThrow(/type/)
})
