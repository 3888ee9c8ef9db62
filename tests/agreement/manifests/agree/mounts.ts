import type { JsonObject } from '../../../../scripts/model/json.ts'
import { distinctBy, eachOf, textOf, without, type Agree } from '../make.ts'
import { eachContainer } from './each-container.ts'

/** Containers mount what the pod has: folders at paths of their own, and disks as devices that nobody mounts. */
export const mountsOf: Agree = (made, draw) => {
  const spec = distinctBy(made, 'volumes', (volume) => volume['name'])
  const volumes = (spec['volumes'] ?? []) as readonly JsonObject[]
  const [device] = volumes.filter(isDisk)
  const folders = volumes.filter((volume) => volume !== device)
  return eachContainer(spec, (container) => {
    const mounting = folders.length === 0 ? without(container, 'volumeMounts') : container
    const so = device === undefined ? without(mounting, 'volumeDevices') : mounting
    const mounted = eachOf(so, 'volumeMounts', (mount, index) => ({
      ...allowed(mount, container),
      name: draw.pick(folders)['name'] ?? '',
      mountPath: `${textOf(mount, 'mountPath')}${index}`,
    }))
    const [first] = (mounted['volumeDevices'] ?? []) as readonly JsonObject[]
    return first === undefined ? mounted : { ...mounted, volumeDevices: [{ ...first, name: device?.['name'] ?? '' }] }
  })
}

function isDisk(volume: JsonObject): boolean {
  return 'persistentVolumeClaim' in volume || 'ephemeral' in volume
}

/** Only a mighty container gives its mounts to the machine. */
function allowed(mount: JsonObject, container: JsonObject): JsonObject {
  const { privileged } = (container['securityContext'] ?? {}) as JsonObject
  return mount['mountPropagation'] === 'Bidirectional' && privileged !== true
    ? without(mount, 'mountPropagation')
    : mount
}
