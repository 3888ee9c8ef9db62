import type { JsonSchema } from '../../model/json-schema.ts'
import type { SchemaError } from './validator.ts'

const formatTexts: Readonly<Record<string, string>> = {
  byte: 'base64 text, as `base64 -w0 FILE` prints it',
  date: 'a day like `2026-11-24`',
  'date-time': 'a time like `2026-11-24T09:00:00Z`',
}

const sizeTexts: Readonly<Record<string, (limit: number) => string>> = {
  minItems: (limit) => `a list of at least ${limit}`,
  maxItems: (limit) => `a list of at most ${limit}`,
  minProperties: (limit) => `an object with at least ${limit} entries`,
  maxProperties: (limit) => `an object with at most ${limit} entries`,
  minLength: (limit) => `a text of at least ${limit} characters`,
  maxLength: (limit) => `a text of at most ${limit} characters`,
  multipleOf: (limit) => `a multiple of ${limit}`,
}

/** What a value should look like: as the schema's own description says, or else as its words do. */
export function formatText({ keyword, params }: SchemaError, schema: JsonSchema | undefined): string {
  if (keyword === 'uniqueItems') return 'different from the items before it'
  const limit = params['limit'] ?? params['multipleOf']
  const size = typeof limit === 'number' ? sizeTexts[keyword]?.(limit) : undefined
  if (size !== undefined) return size
  if (schema?.description !== undefined) return schema.description
  const { format, pattern } = params
  const known = typeof format === 'string' ? formatTexts[format] : undefined
  return known ?? `\`${typeof pattern === 'string' ? pattern : keyword}\``
}
