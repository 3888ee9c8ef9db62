import type { Path } from '../model/json.ts'
import type { Field, Node, ObjectNode } from './node-tree.ts'

/** What stands at the end of a path: a value, and the name it has, or the item's own node in a list. */
export interface Found {
  readonly value: Node
  readonly key: Node
  /** Whether this is what was looked for, or the nearest that is there. */
  readonly exact: boolean
}

/** The node at `path`, or the nearest one above it that is written. Aliases and merges are followed to where they point. */
export function nodeAt(root: Node, path: Path): Found {
  let found: Found = { value: root, key: root, exact: true }
  for (const key of path) {
    const next = child(target(found.value), key)
    if (!next) return { ...found, exact: false }
    found = { ...next, exact: true }
  }
  return found
}

function child(node: Node, key: string | number): Field | undefined {
  if (node.kind === 'list' && typeof key === 'number') {
    const item = node.items[key]
    return item && { key: item, value: item }
  }
  return node.kind === 'object' ? fieldOf(node, String(key)) : undefined
}

/** The last one written counts, merged or not. */
function fieldOf(node: ObjectNode, name: string): Field | undefined {
  for (const field of node.fields.toReversed()) {
    if (field.key.kind === 'text' && field.key.text === name) return field
    const merged =
      field.key.kind === 'text' && field.key.text === '<<' ? mergedField(target(field.value), name) : undefined
    if (merged) return merged
  }
  return undefined
}

function mergedField(node: Node, name: string): Field | undefined {
  if (node.kind === 'object') return fieldOf(node, name)
  if (node.kind !== 'list') return undefined
  return node.items.map((item) => child(target(item), name)).find((field) => field !== undefined)
}

function target(node: Node): Node {
  return node.kind === 'alias' && node.target ? node.target : node
}
