import { canonicalJson } from '../../model/canonical-json.ts'
import type { FieldChange } from '../../model/card.ts'
import { isObject, type Json } from '../../model/json.ts'
import { objectId, type Manifest } from '../../model/manifest.ts'
import { hidden } from './hidden.ts'

/** What differs between two versions of a request, field by field. A value of an environment variable is only said to be another. */
export function fieldChanges(before: readonly Manifest[], after: readonly Manifest[]): readonly FieldChange[] {
  const [old, fresh] = [before, after].map((all) => new Map(all.map((one) => [objectId(one), one])))
  const ids = [...new Set([...(old?.keys() ?? []), ...(fresh?.keys() ?? [])])].sort()
  return ids.flatMap((id) => {
    const [left, right] = [old?.get(id), fresh?.get(id)]
    if (left === undefined || right === undefined) return [change(id, left && 'there', right && 'there')]
    return differences(left, right, []).map(({ path, before: was, after: is }) => ({
      ...change(`${id} ${pathText(path)}`, shown(was, path), shown(is, path)),
    }))
  })
}

interface Difference {
  readonly path: readonly string[]
  readonly before: Json | undefined
  readonly after: Json | undefined
}

function differences(
  before: Json | undefined,
  after: Json | undefined,
  path: readonly string[],
): readonly Difference[] {
  const [left, right] = [entriesOf(before), entriesOf(after)]
  if (left === undefined || right === undefined) {
    return isSame(before, after) ? [] : [{ path, before, after }]
  }
  const keys = [...new Set([...left.keys(), ...right.keys()])]
  return keys.flatMap((key) => differences(left.get(key), right.get(key), [...path, key]))
}

/** Children by key; elements of a list by their names where each has one of its own, so that a new first one does not move the rest. */
function entriesOf(value: Json | undefined): ReadonlyMap<string, Json> | undefined {
  if (isObject(value)) return new Map(Object.entries(value))
  if (!Array.isArray(value)) return undefined
  const items = value as readonly Json[]
  const names = items.map((item) => (isObject(item) && typeof item['name'] === 'string' ? item['name'] : undefined))
  const isNamed = names.every((name) => name !== undefined) && new Set(names).size === items.length
  return new Map(items.map((item, index) => [`[${(isNamed ? names[index] : undefined) ?? index}]`, item]))
}

function isSame(left: Json | undefined, right: Json | undefined): boolean {
  return left === right || (left !== undefined && right !== undefined && canonicalJson(left) === canonicalJson(right))
}

function pathText(path: readonly string[]): string {
  return path.join('.').replaceAll('.[', '[')
}

function shown(value: Json | undefined, path: readonly string[]): string | undefined {
  if (value === undefined) return undefined
  const inEnvironment = path.includes('env') && path.at(-1) !== 'name'
  if (inEnvironment) return hidden
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function change(path: string, before: string | undefined, after: string | undefined): FieldChange {
  return { path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }
}
