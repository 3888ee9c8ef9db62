import { podSpecPath } from '../../model/pod-spec-path.ts'
import type { ObjectPrint } from '../../model/footprint.ts'
import type { Path } from '../../model/json.ts'

/** Where a run says that it mounts the claim. */
export function mountPath({ kind, work }: ObjectPrint, claim: string): Path {
  const volume = work?.mounts.find((mount) => mount.claim === claim)?.volume
  return [...(podSpecPath(kind) ?? []), 'volumes', ...(volume === undefined ? [] : [volume])]
}
