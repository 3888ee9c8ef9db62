import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import type { OperationId } from './operations.ts'

export type Schema = Readonly<Record<string, unknown>>

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required?: true
  /** May hold slashes: a path, a branch. */
  readonly isLong?: true
  readonly schema: Schema
}

export interface Operation {
  readonly id: OperationId
  readonly method: string
  /** `/repos/{owner}/{repo}/pulls`. */
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly body?: Schema | null
  readonly needsBody?: boolean
  /** By status; `null` for one without a body. */
  readonly replies: Readonly<Record<string, Schema | null>>
}

/** What `cut-contract.ts` writes. */
export interface Contract {
  readonly from: string
  readonly operations: readonly Operation[]
  readonly schemas: Readonly<Record<string, unknown>>
}

/** A call as it came, once its operation is known. */
export interface Asked {
  readonly operation: Operation
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
}

const contract = JSON.parse(readFileSync(join(import.meta.dirname, 'contract', 'github.json'), 'utf8')) as Contract
export const { schemas } = contract

const ajv = new Ajv({ strict: false, coerceTypes: false, logger: false, allErrors: false })
const lenient = new Ajv({ strict: false, coerceTypes: true, logger: false })
for (const each of [ajv, lenient]) each.addSchema({ $id: 'github', schemas })

/** A branch may hold slashes, so the longer address is tried first: `commits/{ref}/check-runs` before `commits/{ref}`. */
const routes = contract.operations
  .toSorted((left, right) => segments(right) - segments(left))
  .map((operation) => ({ operation, pattern: patternOf(operation) }))

function segments({ path }: Operation): number {
  return path.split('/').length
}

/** The operation that a call means; `undefined` where the contract, or the part we cut of it, has none. */
export function operationFor(method: string, path: string, query: URLSearchParams): Asked | undefined {
  for (const { operation, pattern } of routes) {
    const match = operation.method === method ? pattern.exec(path) : null
    if (match === null) continue
    const parts = Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)])
    return { operation, path: Object.fromEntries(parts), query: Object.fromEntries(query) }
  }
  return undefined
}

/** What is wrong with a call, in words; nothing for a good one. A field or a parameter that GitHub does not know is wrong. */
export function faultsOfCall({ operation, path, query }: Asked, body: unknown): readonly string[] {
  return [
    ...parameterFaults(operation, 'path', path),
    ...parameterFaults(operation, 'query', query),
    ...bodyFaults(operation, body),
  ]
}

/** The same for our own reply: the double says nothing that GitHub would not. */
export function faultsOfReply(operation: Operation, status: number, body: unknown): readonly string[] {
  const schema = operation.replies[String(status)]
  if (schema === undefined) return general.has(status) ? [] : [`${operation.id} never answers ${status}`]
  if (schema === null) return body === undefined ? [] : [`${operation.id} answers ${status} without a body`]
  return faults(validator(`${operation.id} ${status}`, schema), body, `reply ${status}`)
}

/** Answers that GitHub gives everywhere, and describes nowhere. */
const general = new Set([401, 403, 404, 422, 429, 500, 502, 503])

function parameterFaults(operation: Operation, where: 'path' | 'query', given: Readonly<Record<string, string>>) {
  const known = operation.parameters.filter((parameter) => parameter.in === where)
  const schema = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(known.map(({ name, schema: one }) => [name, one])),
    required: known.filter(({ required }) => required).map(({ name }) => name),
  }
  return faults(validator(`${operation.id} ${where}`, schema, lenient), { ...given }, where)
}

function bodyFaults(operation: Operation, body: unknown): readonly string[] {
  const { id, body: schema, needsBody } = operation
  if (body === undefined) return needsBody === true ? [`${id} needs a body`] : []
  if (schema === undefined || schema === null) return [`${id} takes no body`]
  return faults(validator(`${id} body`, closed(schema) as Schema), body, 'body')
}

const compiled = new Map<string, ValidateFunction>()

/** Compiled when first needed: a few of GitHub's replies take long. */
function validator(key: string, schema: Schema, by: Ajv = ajv): ValidateFunction {
  const known = compiled.get(key) ?? by.compile(absolute(schema) as Schema)
  compiled.set(key, known)
  return known
}

function faults(validate: ValidateFunction, value: unknown, what: string): readonly string[] {
  if (validate(value)) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${what}${instancePath}: ${message ?? ''} ${JSON.stringify(params)}`,
  )
}

/** Every object takes the fields it names and no others, unless GitHub says that it takes more. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === 'properties' ? closedEach(value as Schema) : closed(value),
    ]),
  )
  const isOpen = !('properties' in inner) || 'additionalProperties' in inner || 'allOf' in inner
  return isOpen ? inner : { ...inner, additionalProperties: false }
}

function closedEach(properties: Schema): Schema {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, closed(schema)]))
}

function absolute(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(absolute)
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' ? `github${value}` : absolute(value),
    ]),
  )
}

function patternOf({ path, parameters }: Operation): RegExp {
  const long = new Set(parameters.filter(({ isLong }) => isLong).map(({ name }) => name))
  const source = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${long.has(name) ? '.+' : '[^/]+'})`)
  return new RegExp(`^${source}$`)
}
