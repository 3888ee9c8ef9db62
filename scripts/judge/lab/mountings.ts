import { isEntitled } from './entitled.ts'
import type { Entry } from './view.ts'
import type { Disk } from '../../model/footprint.ts'
import type { Lab } from '../../model/lab.ts'

/** A claim that some request declares. */
export interface DeclaredDisk {
  readonly owner: string
  readonly name: string
  readonly disk: Disk
}

/** A run and one disk that it mounts, once for each claim; `meant` is missing where nobody declares such a disk. */
export interface Mounting {
  readonly entry: Entry
  readonly claim: string
  readonly meant: DeclaredDisk | undefined
}

export function mountingsOf(runs: readonly Entry[], disks: readonly Entry[], lab: Lab): readonly Mounting[] {
  const declared = Map.groupBy(disks.flatMap(declaredDisk), (disk) => disk.name)
  return runs.flatMap((entry) => {
    const claims = new Set(entry.object.work?.mounts.map((mount) => mount.claim))
    return [...claims].map((claim) => ({
      entry,
      claim,
      meant: diskMeant(declared.get(claim) ?? [], entry.request.owner, lab),
    }))
  })
}

export function declaredDisk({ request: { owner }, object: { name, disk } }: Entry): readonly DeclaredDisk[] {
  return disk === undefined ? [] : [{ owner, name, disk }]
}

/** The disk that a member means by its name: their own, else that of the member whose name it rightly is. */
function diskMeant(declared: readonly DeclaredDisk[], member: string, lab: Lab): DeclaredDisk | undefined {
  const own = declared.find(({ owner }) => owner === member)
  return own ?? declared.find(({ owner, name }) => isEntitled(lab, owner, name))
}
