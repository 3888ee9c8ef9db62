import { fault } from '../../../model/finding.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** The machine's own folders are another rule's; these are what a run can need. */
const known: ReadonlySet<string> = new Set([
  'name',
  'persistentVolumeClaim',
  'emptyDir',
  'configMap',
  'secret',
  'downwardAPI',
  'hostPath',
])

/** Disks, space of the pod's own, and texts: other sources of volumes reach past the lab's disks or past its identity. */
export const volumeTypes: Rule = ({ pod }) =>
  (pod?.spec.volumes ?? []).flatMap((volume, index) =>
    Object.keys(volume)
      .filter((type) => !known.has(type))
      .map((type) =>
        fault('volume-type', { volume: volume.name, type }, [...(pod?.path ?? []), 'spec', 'volumes', index, type], {
          law: labLaw,
        }),
      ),
  )
