/** `node tests/github/cut-contract.ts <folder of @octokit/openapi>`: what we need of GitHub's description of itself, as JSON Schema, into `contract/github.json`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Contract, Operation, Parameter } from './contract.ts'
import { operations, type OperationId } from './operations.ts'

type Json = Record<string, unknown>

const words = new Set([
  'description',
  'example',
  'examples',
  'title',
  'format',
  'externalDocs',
  'deprecated',
  'nullable',
  'default',
  'readOnly',
  'discriminator',
])

const [folder = ''] = process.argv.slice(2)
const { version } = read('package.json') as { version: string }
const description = read('generated', 'api.github.com.json')
const schemas: Json = {}

const cut = Object.entries(description['paths'] as Json)
  .flatMap(([path, methods]) =>
    Object.entries(methods as Json).map(([method, told]) => cutOf(path, method, told as Json)),
  )
  .filter((operation) => operation !== undefined)
const missing = operations.filter((id) => !cut.some((operation) => operation.id === id))
if (missing.length > 0) throw new Error(`GitHub's description has no ${missing.join(', ')}`)
const contract: Contract = { from: `@octokit/openapi ${version}`, operations: cut, schemas }
writeFileSync(join(import.meta.dirname, 'contract', 'github.json'), `${JSON.stringify(contract)}\n`)

function read(...path: readonly string[]): Json {
  return JSON.parse(readFileSync(join(folder, ...path), 'utf8')) as Json
}

function cutOf(path: string, method: string, told: Json): Operation | undefined {
  const id = told['operationId'] as OperationId
  if (!operations.includes(id)) return undefined
  const parameters = ((told['parameters'] ?? []) as Json[]).map((one) => parameterOf(target(one)))
  const body = told['requestBody'] as Json | undefined
  const replies = Object.entries(told['responses'] as Json).map(([status, reply]) => [
    status,
    contentOf(target(reply as Json)),
  ])
  return {
    id,
    method: method.toUpperCase(),
    path,
    parameters,
    ...(body && { body: contentOf(body), needsBody: body['required'] === true }),
    replies: Object.fromEntries(replies),
  }
}

function parameterOf(told: Json): Parameter {
  const {
    name,
    in: where,
    required,
    schema,
  } = told as { name: string; in: 'path' | 'query'; required?: boolean; schema: Json }
  const isLong = told['x-multi-segment'] === true
  return {
    name,
    in: where,
    schema: schemaOf(schema) as Json,
    ...(required === true && { required }),
    ...(isLong && { isLong }),
  }
}

/** The schema of a JSON body; `null` where there is none. */
function contentOf(told: Json): Json | null {
  const [content] = Object.entries((told['content'] ?? {}) as Json).filter(([type]) => type.endsWith('json'))
  return content === undefined ? null : (schemaOf((content[1] as Json)['schema']) as Json)
}

function target(told: Json): Json {
  const reference = told['$ref']
  if (typeof reference !== 'string') return told
  return reference
    .slice(2)
    .split('/')
    .reduce((at, key) => at[key] as Json, description)
}

/** OpenAPI 3.0 as JSON Schema, without what is only for people; what it refers to is cut too, once. */
function schemaOf(told: unknown): unknown {
  if (Array.isArray(told)) return told.map(schemaOf)
  if (typeof told !== 'object' || told === null) return told
  const schema = told as Json
  if (typeof schema['$ref'] === 'string') return orNull(schema, { $ref: refOf(schema['$ref']) })
  const kept = Object.entries(schema).filter(([key]) => !words.has(key) && !key.startsWith('x-'))
  return orNull(
    schema,
    Object.fromEntries(
      kept.map(([key, value]) => [key, key === 'properties' ? propertiesOf(value as Json) : schemaOf(value)]),
    ),
  )
}

function propertiesOf(properties: Json): Json {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, schemaOf(schema)]))
}

function refOf(reference: string): string {
  const name = reference.split('/').at(-1) ?? ''
  if (schemas[name] === undefined) {
    schemas[name] = true // so that one that refers to itself comes to an end
    schemas[name] = schemaOf(((description['components'] as Json)['schemas'] as Json)[name])
  }
  return `#/schemas/${name}`
}

function orNull(told: Json, schema: Json): Json {
  return told['nullable'] === true ? { anyOf: [schema, { type: 'null' }] } : schema
}
