import { kindOf, type Manifest } from '../../../model/manifest.ts'
import { containersOf, podTemplateOf } from '../../../model/workload.ts'
import type { Subject } from '../rule.ts'

export function subjectOf(manifest: Manifest): Subject {
  const pod = podTemplateOf(manifest)
  return { manifest, kind: kindOf(manifest), pod, containers: pod === undefined ? [] : containersOf(pod) }
}
