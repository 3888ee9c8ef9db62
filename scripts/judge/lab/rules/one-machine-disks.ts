import { isForOneMachine, shareableStorage } from '../disks.ts'
import { about, type LabFault } from '../lab-fault.ts'
import { mountPath } from '../mount-path.ts'
import type { DeclaredDisk, Mounting } from '../mountings.ts'
import { whereIs } from '../view.ts'
import { fault } from '../../../model/finding.ts'
import type { Lab } from '../../../model/lab.ts'
import type { LabRule } from './rule.ts'

/**
 * A second run, or a second copy of the same, would wait for ever for a disk that hangs on one machine. Two runs
 * count although one may be over, for Git cannot know. Other members' mounts of such a disk are refused as such.
 */
export const oneMachineDisks: LabRule = (view, { lab }) => {
  const own = view.mountings.filter(isOwnOnOneMachine)
  return [...Map.groupBy(own, ({ meant }) => meant.disk).values()].flatMap((mountings) => [
    ...inTwoRuns(mountings, lab),
    ...mountings.flatMap((mounting) => inCopies(mounting, lab)),
  ])
}

type OwnMounting = Mounting & { readonly meant: DeclaredDisk }

function isOwnOnOneMachine(mounting: Mounting): mounting is OwnMounting {
  const { entry, meant } = mounting
  return meant !== undefined && meant.owner === entry.request.owner && isForOneMachine(meant.disk)
}

function inTwoRuns([first, second, ...others]: readonly OwnMounting[], lab: Lab): readonly LabFault[] {
  if (first === undefined || second === undefined) return []
  const { entry, claim, meant } = second
  const args = {
    claim,
    run: entry.object.name,
    other: first.entry.object.name,
    at: whereIs(first.entry),
    others: others.length,
    storage: shareableStorage(lab, meant.disk),
  }
  return [about(entry, fault('disk-in-two-runs', args, mountPath(entry.object, claim)))]
}

function inCopies({ entry, claim, meant }: OwnMounting, lab: Lab): readonly LabFault[] {
  const pods = entry.object.work?.demand.pods ?? 0
  const copies = pods + (entry.object.work?.surge ?? 0)
  if (copies < 2) return []
  const during = pods > 1 ? 'run' : 'update'
  const args = { claim, copies, during, storage: shareableStorage(lab, meant.disk) } as const
  return [about(entry, fault('disk-in-copies', args, mountPath(entry.object, claim)))]
}
