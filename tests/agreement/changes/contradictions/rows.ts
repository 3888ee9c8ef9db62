import type { JsonObject } from '../../../../scripts/model/json.ts'

/** By definition: what is put into such an object. Alone or with what stands there it may contradict itself, or not. */
export type Contradictions = Readonly<Record<string, readonly JsonObject[]>>
