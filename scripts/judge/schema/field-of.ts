import { pathText, type Path } from '../../model/json.ts'
import { schemaAt, type SchemaTree } from './schema-at.ts'
import { cut } from '../../model/cut.ts'

/** The end of a path by which people know a value: `image`, `args[1]`, an entry of a map with the map's name, `labels.owner`; of the whole value nothing. */
export function fieldOf(path: Path, tree: SchemaTree): string {
  const last = path.findLastIndex((key) => typeof key === 'string')
  if (last === -1) return ''
  const isEntry = !Object.hasOwn(schemaAt(tree, path.slice(0, last))?.properties ?? {}, path[last] ?? '')
  return pathText(
    path.slice(isEntry ? Math.max(last - 1, 0) : last).map((key) => (typeof key === 'string' ? cut(key) : key)),
  )
}
