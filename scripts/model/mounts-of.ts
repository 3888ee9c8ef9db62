import { at, itemsAt, textAt } from './at.ts'
import type { Mount } from './footprint.ts'
import type { Json } from './json.ts'

/** The disks of a pod. Read-only is a disk that is attached so, or that every container mounts so. */
export function mountsOf(podSpec: Json | undefined): readonly Mount[] {
  const writable = writableVolumes(podSpec)
  return itemsAt(podSpec, 'volumes').flatMap((entry, volume) => {
    const claim = textAt(entry, 'persistentVolumeClaim', 'claimName')
    if (claim === undefined) return []
    const attachedReadOnly = at(entry, 'persistentVolumeClaim', 'readOnly') === true
    return [{ claim, readOnly: attachedReadOnly || !writable.has(textAt(entry, 'name')), volume }]
  })
}

/** A raw device (`volumeDevices`) knows no read-only of its own. */
function writableVolumes(podSpec: Json | undefined): ReadonlySet<string | undefined> {
  const containers = [...itemsAt(podSpec, 'initContainers'), ...itemsAt(podSpec, 'containers')]
  const files = containers
    .flatMap((container) => itemsAt(container, 'volumeMounts'))
    .filter((use) => at(use, 'readOnly') !== true)
  const devices = containers.flatMap((container) => itemsAt(container, 'volumeDevices'))
  return new Set([...files, ...devices].map((use) => textAt(use, 'name')))
}
