import type { Json } from '../../../scripts/model/json.ts'
import { at, isKnownObject, type Change } from './change.ts'
import { put, rename, take } from './edit.ts'
import { allFields, definitions } from '../manifests/schema.ts'

/** Changes that the decoder sees: types, names and presence of fields. */

const anything: readonly Json[] = [
  'text',
  '1',
  '',
  7,
  1.5,
  -1,
  true,
  false,
  [],
  ['a'],
  [1],
  [{}],
  {},
  { a: 'b' },
  { name: 'a' },
]

const kindOf = (value: Json): string => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value)

/** A value of another type. */
export const wrongType: Change = at(
  () => true,
  (manifest, { path, value }, draw) =>
    put(manifest, path, draw.pick(anything.filter((other) => kindOf(other) !== kindOf(value)))),
)

const fieldNames = [...new Set(allFields.map((field) => field.slice(field.indexOf('.') + 1)))]

/** Misspelt, or the name of a field of something else. */
export const unknownField: Change = (manifest, draw) => {
  const misspelt = at(
    ({ field }) => field !== undefined,
    (whole, { path }) => rename(whole, path, misspell(String(path.at(-1)), draw.int(0, 3))),
  )
  const foreign = at(isKnownObject, (whole, { path }) =>
    put(whole, [...path, draw.pick(fieldNames)], draw.pick(anything)),
  )
  return draw.pick([misspelt, foreign])(manifest, draw)
}

function misspell(name: string, how: number): string {
  const spellings = [
    name.toLowerCase(),
    `${name}s`,
    name.slice(0, -1),
    `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
  ]
  const spelt = spellings[how] ?? name
  return spelt === name ? `${name}x` : spelt
}

/** A field, an item or an entry that is gone. */
export const missing: Change = at(
  () => true,
  (manifest, { path }) => take(manifest, path),
)

/** `null` in the place of anything. */
export const nulled: Change = at(
  ({ value }) => value !== null,
  (manifest, { path }) => put(manifest, path, null),
)

const empties: readonly Json[] = ['', [], {}, 0, false]

/** The empty value of its own type, now and then of another. */
export const emptied: Change = at(
  () => true,
  (manifest, { path, value }, draw) => {
    const own = empties.filter((empty) => kindOf(empty) === kindOf(value))
    return put(manifest, path, draw.pick(draw.chance(0.9) && own.length > 0 ? own : empties))
  },
)

const objects = (name: string): readonly string[] =>
  [...definitions]
    .filter(([, { properties = {} }]) => Object.hasOwn(properties, name))
    .map(([definition]) => definition)

/** A field that stands in the wrong object: where another field of its name could stand, or anywhere. */
export const moved: Change = (manifest, draw) =>
  at(
    ({ field }) => field !== undefined,
    (whole, { path, value }) => {
      const name = String(path.at(-1))
      const homes = draw.chance(0.5) ? objects(name) : [...definitions.keys()]
      const away = take(whole, path)
      return at(
        (site) =>
          isKnownObject(site) &&
          homes.includes(site.shape?.definition ?? '') &&
          !Object.hasOwn(site.value as object, name),
        (left, { path: place }) => put(left, [...place, name], value),
      )(away, draw)
    },
  )(manifest, draw)
