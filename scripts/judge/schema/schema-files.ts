import { readFileSync } from 'node:fs'
import type { JsonSchema } from '../../model/json-schema.ts'
import type { SchemaTree } from './schema-at.ts'

/** The schemas of one folder of `schemas/`, read only when something is wrong and somebody must say what. */
export function schemaFiles(folder: string): (id: string) => SchemaTree {
  const read = new Map<string, JsonSchema>()
  const file = (id: string): JsonSchema => {
    const known = read.get(id)
    if (known) return known
    const url = new URL(`../../../schemas/${folder}/${id}`, import.meta.url)
    const schema = JSON.parse(readFileSync(url, 'utf8')) as JsonSchema
    read.set(id, schema)
    return schema
  }
  const definitions = (id: string) => (id === '' ? undefined : file(id).$defs)
  return (id) => {
    const root = file(id)
    const own = root.$defs ?? file('definitions.json').$defs
    return { root, resolve: (ref) => target(ref, (other) => definitions(other) ?? own) }
  }
}

/** `#/$defs/Name` or `definitions.json#/$defs/Name`: the only forms that our schemas use. */
function target(ref: string, definitions: (id: string) => JsonSchema['$defs']): JsonSchema | undefined {
  const [id = '', pointer = ''] = ref.split('#')
  return definitions(id)?.[pointer.replace('/$defs/', '')]
}
