import { isObject, type Json } from './json.ts'

/** One text for one meaning: property names in the order of their UTF-16 units, no spaces. Equal data give equal texts, and only they. */
export function canonicalJson(value: Json): string {
  return JSON.stringify(value, (_, part: Json) => (isObject(part) ? sorted(part) : part))
}

/** Without a prototype, so that a name like `__proto__` is a name. Names that look like numbers come first, in every object alike. */
function sorted(object: { readonly [key: string]: Json }): { readonly [key: string]: Json } {
  const copy: Record<string, Json> = Object.create(null)
  for (const key of Object.keys(object).sort()) copy[key] = object[key] ?? null
  return copy
}
