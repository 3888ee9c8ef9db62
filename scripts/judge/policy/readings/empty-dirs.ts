import type { Path } from '../../../model/json.ts'
import type { PodTemplate } from '../../../model/workload.ts'

/** Space that a pod has while it lives, in memory or on its machine's disk. */
export interface EmptyDir {
  readonly name: string
  readonly medium: string
  readonly size: unknown
  /** Where the volume's `emptyDir` stands. */
  readonly path: Path
}

export function emptyDirs(pod: PodTemplate): readonly EmptyDir[] {
  return (pod.spec.volumes ?? []).flatMap(({ name, emptyDir }, index) =>
    emptyDir === undefined || emptyDir === null
      ? []
      : [
          {
            name,
            medium: emptyDir.medium ?? '',
            size: emptyDir.sizeLimit,
            path: [...pod.path, 'spec', 'volumes', index, 'emptyDir'],
          },
        ],
  )
}
