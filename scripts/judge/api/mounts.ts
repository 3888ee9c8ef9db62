import type { Container, VolumeDevice, VolumeMount } from 'kubernetes-types/core/v1.js'
import type { Around } from './around.ts'
import { below, type At } from './at.ts'
import { all, each, fields, given, isEmpty, join, needs, none, oneOf, refuse, type Check } from './check.ts'
import { relative, withoutBacksteps } from './file-paths.ts'
import { unique } from './unique.ts'
import { originsOf } from './volumes.ts'

const known: Check<string, Around> = (volume, at, { volumes }) =>
  volumes.has(volume) ? none : refuse('mount-without-volume', { volume, volumes: [...volumes.keys()] }, at)

const onlyReadOnly: Check<VolumeMount> = ({ recursiveReadOnly, readOnly, mountPropagation }, at) => {
  if (recursiveReadOnly !== 'Enabled' && recursiveReadOnly !== 'IfPossible') return none
  const place = below(at, 'recursiveReadOnly')
  const field = 'recursiveReadOnly'
  if (!readOnly) return refuse('field-forbidden', { field, because: 'needs-read-only' }, place)
  if (mountPropagation === undefined || mountPropagation === 'None') return none
  return refuse('field-forbidden', { field, because: 'needs-no-propagation' }, place)
}

const oneSubPath: Check<VolumeMount> = ({ subPath, subPathExpr }, at) =>
  isEmpty(subPath) || isEmpty(subPathExpr)
    ? none
    : refuse('only-one-of', { fields: ['subPath', 'subPathExpr'] }, below(at, 'subPathExpr'))

/** One mount by itself. The server names the place of the list for its last three fields. */
const mount = all<VolumeMount, Around>(
  needs<VolumeMount>('name', 'mountPath'),
  fields<VolumeMount, Around>({
    name: given(known),
    subPath: given(relative),
    subPathExpr: given(relative),
    mountPropagation: oneOf('Bidirectional', 'HostToContainer', 'None'),
    recursiveReadOnly: oneOf('Disabled', 'Enabled', 'IfPossible'),
  }),
  oneSubPath,
  onlyReadOnly,
)

const propagatesWhenPrivileged: Check<Container> = ({ volumeMounts = [], securityContext }, at) =>
  volumeMounts.reduce((found, { mountPropagation }, index) => {
    if (mountPropagation !== 'Bidirectional' || securityContext?.privileged) return found
    const place = below(at, 'volumeMounts', index, 'mountPropagation')
    return join(found, refuse('field-forbidden', { field: 'mountPropagation', because: 'needs-privileged' }, place))
  }, none)

const distinctPaths: Check<readonly VolumeMount[]> = (list, at) => {
  const seen = new Map<string, string>()
  return list.reduce((found, { name, mountPath: path }, index) => {
    const other = seen.get(path)
    seen.set(path, name)
    if (other === undefined || isEmpty(path)) return found
    return join(found, refuse('mount-path-duplicate', { path, volumes: [other, name] }, below(at, index, 'mountPath')))
  }, none)
}

/** A volume is either a folder or a device, and so is a path. */
const folderOrDevice: Check<Container> = ({ volumeMounts = [], volumeDevices = [] }, at) =>
  volumeMounts.reduce((found, { name, mountPath }, index) => {
    const place = below(at, 'volumeMounts', index)
    const sameName = volumeDevices.some((device) => device.name === name)
    const samePath = volumeDevices.some((device) => device.devicePath === mountPath)
    const named = sameName ? refuse('contradiction', { rule: 'mount-and-device' }, below(place, 'name')) : none
    return join(
      found,
      join(named, samePath ? refuse('contradiction', { rule: 'mount-and-device' }, below(place, 'mountPath')) : none),
    )
  }, none)

const mounts: Check<readonly VolumeMount[], Around> = all<readonly VolumeMount[], Around>(each(mount), distinctPaths)

const isDisk: Check<string, Around> = (name, at, { volumes }) => {
  const volume = volumes.get(name)
  if (volume === undefined) return none
  const [origin] = originsOf(volume)
  if (origin === 'persistentVolumeClaim' || origin === 'ephemeral') return none
  return refuse('contradiction', { rule: 'device-needs-disk' }, at)
}

const device = all<VolumeDevice, Around>(
  needs<VolumeDevice>('name', 'devicePath'),
  fields<VolumeDevice, Around>({ name: given(all(known, isDisk)), devicePath: given(withoutBacksteps) }),
)

const twice = (value: string, at: At) => refuse('device-duplicate', { value }, at)

const distinctDevices = all(
  unique<VolumeDevice>(({ name }) => name, ['name'], twice),
  unique<VolumeDevice>(({ devicePath }) => devicePath, ['devicePath'], twice),
)

const devices = all<readonly VolumeDevice[], Around>(each(device), distinctDevices)

/** What a container sees of the pod's volumes. Source: pkg/apis/core/validation `ValidateVolumeMounts`, `ValidateVolumeDevices`. */
export const mountsAndDevices: Check<Container, Around> = all(
  fields<Container, Around>({ volumeMounts: mounts, volumeDevices: devices }),
  propagatesWhenPrivileged,
  folderOrDevice,
)
