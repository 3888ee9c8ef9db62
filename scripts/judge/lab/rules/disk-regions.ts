import { about, type LabFault } from '../lab-fault.ts'
import { lawOf } from '../law-of.ts'
import { mountPath } from '../mount-path.ts'
import type { Mounting } from '../mountings.ts'
import { fault } from '../../../model/finding.ts'
import type { Lab } from '../../../model/lab.ts'
import type { LabRule } from './rule.ts'

/** A run starts where its disks are. Disks whose region is not known are no reason to complain. */
export const diskRegions: LabRule = (view, { lab }) => {
  const regionOf = new Map(Object.values(lab.storage).map((row) => [row.class, row.region]))
  return view.mountings.flatMap((mounting) => {
    const region = mounting.meant && regionOf.get(mounting.meant.disk.storageClass ?? lab.rules.storage.default)
    return region === undefined ? [] : misplaced(mounting, region, lab)
  })
}

function misplaced({ entry, claim }: Mounting, region: string, lab: Lab): readonly LabFault[] {
  const regions = entry.object.work?.regions
  if (regions?.length === 1 && regions[0] === region) return []
  const path = mountPath(entry.object, claim)
  const law = lawOf(lab.rules.storage)
  if (regions === undefined) {
    return [about(entry, fault('disk-region-open', { claim, region }, path, { severity: 'warning', law }))]
  }
  return [about(entry, fault('disk-elsewhere', { claim, region, regions }, path, { law }))]
}
