import { isObject, type Json, type JsonObject } from './json.ts'
import { kindOf, nameOf, type Manifest } from './manifest.ts'
import { nanos } from './quantity.ts'

/**
 * What a manifest means, in one spelling: kind, name, labels, annotations, and what it is made of. Not in it are apply's own
 * annotations (`lab/*`) and gate, the namespace, the status, empty labels, and values that are `null`. Its digest tells that a text
 * changed (`apply.md` 4).
 */
export function meaningOf(manifest: Manifest): JsonObject {
  const { apiVersion: _, kind: __, metadata, status: ___, ...body } = manifest
  const { labels, annotations } = isObject(metadata) ? metadata : {}
  const meaning = {
    kind: kindOf(manifest),
    name: nameOf(manifest),
    ...named('labels', labels),
    ...named('annotations', withoutOurs(annotations)),
    ...ungated(body),
  }
  return canonical(meaning) as JsonObject
}

function named(name: string, marks: Json | undefined): JsonObject {
  return isObject(marks) && Object.keys(marks).length > 0 ? { [name]: marks } : {}
}

function withoutOurs(annotations: Json | undefined): JsonObject {
  const all = isObject(annotations) ? Object.entries(annotations) : []
  return Object.fromEntries(all.filter(([name]) => !name.startsWith('lab/')))
}

function ungated(body: JsonObject): JsonObject {
  if (!isObject(body['spec'])) return body
  const { suspend: _, schedulingGates: __, ...spec } = body['spec']
  return { ...body, spec }
}

/** Where the API has quantities; `requests` and `limits` hold them by name. */
const quantities: ReadonlySet<string> = new Set(['sizeLimit', 'divisor'])
const lists: ReadonlySet<string> = new Set(['requests', 'limits', 'capacity'])

function canonical(value: Json, name = ''): Json {
  if (quantities.has(name)) return quantity(value)
  if (Array.isArray(value)) return value.map((item: Json) => canonical(item))
  if (!isObject(value)) return value
  const parts = Object.entries(value).filter(([, part]) => part !== null)
  const inside = (key: string, part: Json) => (lists.has(name) ? quantity(part) : canonical(part, key))
  return Object.fromEntries(parts.map(([key, part]) => [key, inside(key, part)]))
}

/** `1000m` and `1` are one amount: in billionths, as a text that no unit is written like. */
function quantity(value: Json): Json {
  const amount = nanos(value)
  return amount === undefined ? value : `${amount}n`
}
