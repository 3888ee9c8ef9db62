import { isForOneMachine, mayRead, mayWrite, shareableStorage } from '../disks.ts'
import { isEntitled } from '../entitled.ts'
import { about } from '../lab-fault.ts'
import { mountPath } from '../mount-path.ts'
import { declaredDisk, type DeclaredDisk, type Mounting } from '../mountings.ts'
import type { View } from '../view.ts'
import { fault, type Fault } from '../../../model/finding.ts'
import type { Lab } from '../../../model/lab.ts'
import { nearest } from '../../../model/nearest.ts'
import type { LabRule } from './rule.ts'

/** A mounted disk is declared in Git: by the member, or by somebody who lets them in. Consent stands at the disk, never at the mount. */
export const mountedDisks: LabRule = (view, { lab }) =>
  view.mountings.flatMap((mounting) => {
    const { entry, meant } = mounting
    if (meant?.owner === entry.request.owner) return []
    const found = meant === undefined ? missing(mounting, view, lab) : foreign(mounting, meant, lab)
    return found === undefined ? [] : [about(entry, found)]
  })

function foreign({ entry, claim }: Mounting, { owner, disk }: DeclaredDisk, lab: Lab): Fault | undefined {
  const login = entry.request.owner
  const path = mountPath(entry.object, claim)
  const theirs = { claim, member: owner }
  const law = { by: 'lab' } as const
  const writes = entry.object.work?.mounts.some((mount) => mount.claim === claim && !mount.readOnly) === true
  if (!mayRead(disk, login)) return fault('disk-not-shared', { ...theirs, reader: login, writes }, path, { law })
  if (isForOneMachine(disk))
    return fault('disk-not-shareable', { ...theirs, storage: shareableStorage(lab, disk) }, path)
  return writes && !mayWrite(disk, login)
    ? fault('disk-not-writable', { ...theirs, writer: login }, path, { law })
    : undefined
}

function missing({ entry, claim }: Mounting, view: View, lab: Lab): Fault {
  const login = entry.request.owner
  const owner = isEntitled(lab, login, claim) ? undefined : ownerByName(lab, claim)
  const near = nearest(claim, mountable(view, login, owner))
  const args = { claim, ...(owner !== undefined && { member: owner }), ...(near !== undefined && { near }) }
  return fault('disk-missing', args, mountPath(entry.object, claim))
}

function ownerByName(lab: Lab, claim: string): string | undefined {
  return Object.keys(lab.members).find((login) => isEntitled(lab, login, claim))
}

/** Suggested is only what would work: one's own disks, or of one other member those that are shared. */
function mountable(view: View, login: string, owner: string | undefined): readonly string[] {
  const disks = view.byOwner.get(owner ?? login)?.entries.flatMap(declaredDisk) ?? []
  return disks.filter((one) => one.owner === login || mayRead(one.disk, login)).map((one) => one.name)
}
