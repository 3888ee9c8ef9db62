/** Plain data: what a manifest is made of, and all that leaves the sandbox. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export type JsonObject = { readonly [key: string]: Json }

/** A place inside plain data: property names and list indexes from the root. */
export type Path = readonly (string | number)[]

/** The path as people read it: `spec.containers[0].image`; a name with dots or slashes stands in brackets. */
export function pathText(path: Path): string {
  return path.map(step).join('').replace(/^\./, '')
}

function step(key: string | number): string {
  if (typeof key === 'number') return `[${key}]`
  return /^[\w-]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
