import type { Json, JsonObject } from '../../../scripts/model/json.ts'
import { isObject } from '../../../scripts/model/json.ts'
import { at, isText, type Change } from './change.ts'
import { put } from './edit.ts'
import { oddTexts } from './odd-values.ts'

const lengths = [15, 16, 58, 63, 64, 65, 104, 105, 253, 254, 300, 1024, 2049, 4095, 4096, 70_000]
const counts = [4, 20, 21, 33, 64, 256, 300]

const isMap = (value: Json): value is JsonObject => isObject(value)

/** A text, a list or a map that is longer than others. */
export const long: Change = (manifest, draw) => {
  const text = at(isText, (whole, { path, value }) => {
    const seed = value || 'a'
    return put(whole, path, seed.repeat(Math.ceil(draw.pick(lengths) / seed.length)).slice(0, draw.pick(lengths)))
  })
  const list = at(
    ({ value }) => Array.isArray(value) && value.length > 0,
    (whole, { path, value }) => put(whole, path, repeated(value as readonly Json[], draw.pick(counts))),
  )
  const map = at(
    ({ value, shape }) => isMap(value) && shape?.definition === undefined && Object.keys(value).length > 0,
    (whole, { path, value }) => put(whole, path, crowded(value as JsonObject, draw.pick([9, 300]))),
  )
  return draw.pick([text, text, list, map])(manifest, draw)
}

/** The same items over and over, told apart by their names where they have some. */
function repeated(list: readonly Json[], count: number): readonly Json[] {
  return Array.from({ length: count }, (_, index) => {
    const item = list[index % list.length] as Json
    if (typeof item === 'string') return `${item}${index}`
    return isObject(item) && typeof item['name'] === 'string' ? { ...item, name: `${item['name']}${index}` } : item
  })
}

function crowded(map: JsonObject, count: number): JsonObject {
  const value = Object.values(map)[0] as Json
  return { ...map, ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, value])) }
}

/** The same thing twice in a list, or almost: one text of the second is another. */
export const duplicate: Change = at(
  ({ value }) => Array.isArray(value) && value.length > 0,
  (manifest, { path, value }, draw) => {
    const list = value as readonly Json[]
    const again = draw.pick(list)
    const texts = isObject(again) ? Object.keys(again).filter((key) => typeof again[key] === 'string') : []
    const other =
      texts.length > 0 && draw.chance(0.6)
        ? { ...(again as JsonObject), [draw.pick(texts)]: draw.pick([...oddTexts, 'z']) }
        : again
    return put(manifest, path, [...list, other])
  },
)
