import type { Json, Path } from '../../model/json.ts'
import type { SchemaError } from './validator.ts'

/** Words whose errors ajv places at the object, though one property of it is wrong; and the parameter that names the property. */
const ofProperty: Readonly<Record<string, string>> = {
  additionalProperties: 'additionalProperty',
  required: 'missingProperty',
  propertyNames: 'propertyName',
}

/** The path of what is wrong: of the unknown or missing property itself, of the second of two equal items. */
export function placeOf({ instancePath, keyword, params }: SchemaError, value: Json): Path {
  const path = pathOf(instancePath, value)
  const property = params[ofProperty[keyword] ?? '']
  if (typeof property === 'string') return [...path, property]
  return keyword === 'uniqueItems' ? [...path, Number(params['i'])] : path
}

/** A JSON pointer into `value` as a path: what stands in a list is an index. */
function pathOf(pointer: string, value: Json): Path {
  const path: (string | number)[] = []
  let at: Json | undefined = value
  for (const token of pointer.split('/').slice(1)) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~')
    const key: string | number = Array.isArray(at) ? Number(name) : name
    path.push(key)
    at = (at as { readonly [key: string | number]: Json } | undefined)?.[key]
  }
  return path
}
