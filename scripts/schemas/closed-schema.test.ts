import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JsonSchema } from '../model/json-schema.ts'
import { anyJson, anyText, emptyIsUnset, notRequired } from './amendments.ts'
import { closedDefinition, unheeded } from './closed-schema.ts'
import type { OpenApiSchema } from './open-api.ts'

const named: Readonly<Record<string, OpenApiSchema>> = {
  'a.Spec': { type: 'object', properties: { n: { type: 'integer' } } },
  'a.Time': { type: 'string', format: 'date-time' },
  'a.Raw': { type: 'object' },
}
const lookup = (name: string): OpenApiSchema => named[name] ?? {}
const ref = (name: string): OpenApiSchema => ({ $ref: `#/components/schemas/${name}` })

function fieldOf(schema: OpenApiSchema, required = false, name = 'a.Thing', field = 'field'): unknown {
  const definition = { type: 'object', properties: { [field]: schema }, ...(required && { required: [field] }) }
  return closedDefinition(name, definition, lookup).schema.properties?.[field]
}

describe('a field of an OpenAPI definition', () => {
  it.each<[string, OpenApiSchema, JsonSchema]>([
    ['text', { type: 'string' }, { type: ['string', 'null'] }],
    ['an enum, with null', { type: 'string', enum: ['A', 'B'] }, { type: ['string', 'null'], enum: ['A', 'B', null] }],
    [
      'int32',
      { type: 'integer', format: 'int32' },
      { type: ['integer', 'null'], format: 'int32', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
    ],
    [
      'int64, with open ends',
      { type: 'integer', format: 'int64' },
      { type: ['integer', 'null'], format: 'int64', exclusiveMinimum: -(2 ** 63), exclusiveMaximum: 2 ** 63 },
    ],
    ['bytes', { type: 'string', format: 'byte' }, { type: ['string', 'null'], format: 'byte' }],
    ['a reference, whose definition takes null itself', { allOf: [ref('a.Spec')] }, { $ref: '#/$defs/a.Spec' }],
    ['a reference to a text', { allOf: [ref('a.Time')] }, { type: ['string', 'null'], format: 'date-time' }],
    ['a reference to an object that the server does not describe', ref('a.Raw'), { type: ['object', 'null'] }],
    [
      'an amount',
      ref('io.k8s.apimachinery.pkg.api.resource.Quantity'),
      { type: ['number', 'string', 'null'], format: 'quantity' },
    ],
    [
      'a number or a name',
      ref('io.k8s.apimachinery.pkg.util.intstr.IntOrString'),
      { type: ['integer', 'string', 'null'], format: 'int-or-string', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
    ],
    [
      'a list of objects, none of them null',
      {
        type: 'array',
        items: ref('a.Spec'),
        'x-kubernetes-list-map-keys': ['n'],
        'x-kubernetes-patch-strategy': 'merge',
      },
      {
        type: ['array', 'null'],
        items: { $ref: '#/$defs/a.Spec', type: 'object' },
        'x-kubernetes-list-map-keys': ['n'],
      },
    ],
    [
      'a map of texts, none of them null',
      { type: 'object', additionalProperties: { type: 'string' } },
      { type: ['object', 'null'], additionalProperties: { type: 'string' } },
    ],
  ])('%s', (_, openApi, schema) => {
    expect(fieldOf(openApi)).toEqual(schema)
  })

  it('may not be null where it is required', () => {
    expect(fieldOf({ type: 'string' }, true)).toEqual({ type: 'string' })
    expect(fieldOf(ref('a.Spec'), true)).toEqual({ $ref: '#/$defs/a.Spec', type: 'object' })
  })

  it('is amended where the server is milder than its description', () => {
    expect(fieldOf({ type: 'string' }, true, 'b.HTTPHeader', 'value')).toEqual({ type: ['string', 'null'] })
    expect(fieldOf({ type: 'string', enum: ['A'] }, false, 'b.PodSpec', 'dnsPolicy')).toEqual({
      type: ['string', 'null'],
      enum: ['', 'A', null],
    })
  })
})

it('closes a definition, and names what it needs', () => {
  const definition: OpenApiSchema = {
    type: 'object',
    properties: { a: ref('a.Spec'), b: { type: 'array', items: ref('a.Spec') } },
  }
  const { schema, needs } = closedDefinition('a.Thing', definition, lookup)
  expect(schema).toMatchObject({ type: ['object', 'null'], additionalProperties: false })
  expect(needs).toEqual(['a.Spec'])
})

it('asks nothing of what the cluster reports but types and names', () => {
  const status: OpenApiSchema = {
    type: 'object',
    required: ['phase'],
    properties: {
      phase: { type: 'string', enum: ['Bound'] },
      modes: { type: 'array', items: { type: 'string', enum: ['A'] } },
    },
  }
  const text = { type: 'string' }
  expect(unheeded(status)).toEqual({
    type: 'object',
    properties: { phase: text, modes: { type: 'array', items: text } },
  })
  const thing: OpenApiSchema = { type: 'object', properties: { spec: ref('a.Spec'), status: ref('a.Status') } }
  const known = (name: string): OpenApiSchema => (name === 'a.Status' ? status : lookup(name))
  expect(closedDefinition('a.Thing', thing, known)).toMatchObject({ needs: ['a.Spec'], reports: ['a.Status'] })
})

it('amends only fields that the vendored definitions still have', async () => {
  const path = join(import.meta.dirname, '../../schemas/kubernetes/1.33/definitions.json')
  const { $defs = {} } = JSON.parse(await readFile(path, 'utf8')) as JsonSchema
  const fields = Object.entries($defs).flatMap(([name, { properties = {} }]) =>
    Object.keys(properties).map((field) => `${name.split('.').at(-1)}.${field}`),
  )
  expect(fields).toEqual(expect.arrayContaining([...anyJson, ...anyText, ...notRequired, ...emptyIsUnset]))
})
