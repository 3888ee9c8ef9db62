import type { Disk } from '../../model/footprint.ts'
import type { Lab, StorageClass } from '../../model/lab.ts'

export function mayRead(disk: Disk, login: string): boolean {
  return isNamed(disk.readers, login) || mayWrite(disk, login)
}

export function mayWrite(disk: Disk, login: string): boolean {
  return isNamed(disk.writers, login)
}

/** It hangs on one machine at a time. A claim without modes is refused as such and told nothing more. */
export function isForOneMachine({ modes }: Disk): boolean {
  return modes.length > 0 && !modes.some((mode) => mode === 'ReadWriteMany' || mode === 'ReadOnlyMany')
}

/** The catalogue's row for the disk's class, or for the class that the cluster gives to a claim without one. */
export function storageOf(lab: Lab, disk: Disk): StorageClass | undefined {
  const name = disk.storageClass ?? lab.rules.storage.default
  return Object.values(lab.storage).find((row) => row.class === name)
}

/** The name, in `storage`, of a kind of disk that many can mount: where there is one, in the disk's region. */
export function shareableStorage(lab: Lab, disk: Disk): string {
  const region = storageOf(lab, disk)?.region
  const open = Object.entries(lab.storage).filter(([, row]) => row.shared && row.access === undefined)
  const isDefault = ([name]: readonly [string, StorageClass]) => name === lab.defaults.storage
  const near = open.filter(([, row]) => row.region === region)
  const [name] = near.find(isDefault) ?? near[0] ?? open.find(isDefault) ?? open[0] ?? [lab.defaults.storage]
  return name
}

/** GitHub tells logins apart without regard to capitals. */
function isNamed(logins: readonly string[], login: string): boolean {
  return logins.some((named) => named === 'lab' || named.toLowerCase() === login.toLowerCase())
}
