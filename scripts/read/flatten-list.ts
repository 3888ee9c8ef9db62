import { isObject, type Json, type Path } from '../model/json.ts'

/** One of the objects that a document holds, and where. */
export interface Item {
  readonly value: Json
  readonly path: Path
}

/** The objects of a `List`; each other value is one of its own. As kubectl does, an item of a `PodList` without kind is a Pod. */
export function flattenList(value: Json): readonly Item[] {
  if (!isObject(value) || !isListKind(value['kind']) || !Array.isArray(value['items'])) return [{ value, path: [] }]
  const kind = value['kind'].slice(0, -'List'.length)
  const { apiVersion } = value
  const marks = kind === '' || apiVersion === undefined ? {} : { apiVersion, kind }
  return value['items'].map((item: Json, index) => ({
    value: isObject(item) ? { ...marks, ...item } : item,
    path: ['items', index],
  }))
}

function isListKind(kind: Json | undefined): kind is string {
  return typeof kind === 'string' && kind.endsWith('List')
}
