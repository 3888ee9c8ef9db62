import type { Volume, VolumeMount } from 'kubernetes-types/core/v1.js'
import type { Asked } from './ask.ts'
import type { Mounted } from './check-mounts.ts'
import { sizeText } from './sizes.ts'

export interface Volumes {
  readonly volumes: Volume[]
  readonly mounts: VolumeMount[]
}

/** Where the code of `code` stands. */
export const codeMount: VolumeMount = { name: 'code', mountPath: '/code' }

/** One volume a disk, one mount a path; besides `/dev/shm` and `/code`. Names of claims hold a `-`, so they never meet ours. */
export function volumesOf({ mounts = [], code }: Asked, shm: number): Volumes {
  const disks = [...new Map(mounts.map((mount) => [volumeName(mount), mount])).values()]
  return {
    volumes: [
      { name: 'shm', emptyDir: { medium: 'Memory', sizeLimit: sizeText(shm) } },
      ...(code === undefined ? [] : [{ name: codeMount.name, emptyDir: {} }]),
      ...disks.map(diskVolume),
    ],
    mounts: [
      { name: 'shm', mountPath: '/dev/shm' },
      ...(code === undefined ? [] : [{ ...codeMount }]),
      ...mounts.map((mount) => ({
        name: volumeName(mount),
        mountPath: mount.path,
        ...(mount.readOnly && { readOnly: true }),
      })),
    ],
  }
}

function diskVolume(mount: Mounted): Volume {
  const claim = { claimName: mount.claim, ...(mount.readOnly && { readOnly: true }) }
  return { name: volumeName(mount), persistentVolumeClaim: claim }
}

/** A disk that is mounted both ways needs two volumes: `readOnly` holds for a volume as a whole. */
function volumeName({ claim, readOnly }: Mounted): string {
  return readOnly ? `${claim.slice(0, 60)}-ro` : claim
}
