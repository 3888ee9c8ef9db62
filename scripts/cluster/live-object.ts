import { at, itemsAt, textAt } from '../model/at.ts'
import type { JsonObject } from '../model/json.ts'
import { marksOf } from '../model/marks.ts'
import { keyOf } from '../model/object-key.ts'
import type { LiveObject } from '../model/world.ts'
import { collectionOf } from './collections.ts'

/** An item of a list, which does not say its kind, as an object that does. */
export function liveObject(kind: string, item: JsonObject): LiveObject {
  const manifest = { ...item, apiVersion: collectionOf(kind).apiVersion, kind }
  const marks = marksOf(manifest)
  return {
    key: keyOf(manifest),
    uid: textAt(item, 'metadata', 'uid') ?? '',
    version: textAt(item, 'metadata', 'resourceVersion') ?? '',
    manifest,
    deleting: at(item, 'metadata', 'deletionTimestamp') !== undefined,
    owned: itemsAt(item, 'metadata', 'ownerReferences').length > 0,
    ...(marks && { marks }),
  }
}
