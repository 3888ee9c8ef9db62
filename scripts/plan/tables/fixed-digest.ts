import { digestOf } from '../../model/digest.ts'
import { isObject, type JsonObject } from '../../model/json.ts'
import { kindOf, type Manifest } from '../../model/manifest.ts'
import { meaningOf } from '../../model/meaning.ts'
import type { Digest } from '../../model/memory.ts'

/** What of a run's spec changes in place (`apply.md` 4); labels and annotations of the object itself do too. */
export const inPlace: Readonly<Record<string, readonly string[]>> = {
  Pod: ['activeDeadlineSeconds'],
  Job: ['activeDeadlineSeconds', 'parallelism', 'backoffLimit', 'ttlSecondsAfterFinished'],
}

/** The digest of what of a run's text cannot change in place. */
export function fixedDigest(manifest: Manifest): Digest {
  const { labels: _, annotations: __, ...meaning } = meaningOf(manifest)
  return digestOf({ ...meaning, spec: fixedSpec(kindOf(manifest), meaning['spec']) })
}

function fixedSpec(kind: string, spec: JsonObject[string] | undefined): JsonObject {
  if (!isObject(spec)) return {}
  const kept = Object.entries(spec).filter(([field]) => !(inPlace[kind] ?? []).includes(field))
  return { ...Object.fromEntries(kept), ...(movesTogether(spec) && { completions: 'parallelism' }) }
}

/** Of an Indexed Job completions change in place, as long as they are its parallelism. */
export function movesTogether({ completionMode, completions, parallelism }: JsonObject): boolean {
  return completionMode === 'Indexed' && completions !== undefined && completions === parallelism
}
