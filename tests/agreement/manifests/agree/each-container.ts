import type { JsonObject } from '../../../../scripts/model/json.ts'
import { eachOf } from '../make.ts'

/** Every container of the pod, changed. */
export function eachContainer(
  spec: JsonObject,
  change: (container: JsonObject, index: number) => JsonObject,
): JsonObject {
  return eachOf(eachOf(spec, 'containers', change), 'initContainers', change)
}
