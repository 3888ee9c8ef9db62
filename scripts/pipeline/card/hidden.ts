import { isObject, type Json } from '../../model/json.ts'
import type { Manifest } from '../../model/manifest.ts'

/** In place of a value that is nobody's business. */
export const hidden = '(not shown)'

/** The manifest without the values of environment variables: a comment is read by more people than a file, and is mailed around. */
export function withoutValues(manifest: Manifest): Manifest {
  return Object.fromEntries(Object.entries(manifest).map(([key, value]) => [key, bare(key, value)]))
}

function bare(key: string, value: Json): Json {
  if (key === 'env' && Array.isArray(value)) return (value as readonly Json[]).map(unvalued)
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => bare('', item))
  return isObject(value) ? withoutValues(value) : value
}

function unvalued(variable: Json): Json {
  return isObject(variable) && Object.hasOwn(variable, 'value') ? { ...variable, value: hidden } : bare('', variable)
}
