import type { LabFault } from './lab-fault.ts'
import { labRules } from './rules/index.ts'
import { viewOf } from './view.ts'
import type { Footprint } from '../../model/footprint.ts'
import type { Day } from '../../model/lab.ts'
import type { House } from '../../model/request.ts'

/**
 * What shows only when all requests are looked at together. The answer does not depend on the footprints' order. A fault about a sum
 * stands at one request; whoever asks about one file has to look at the faults of the whole folder.
 */
export function judgeLab(footprints: readonly Footprint[], house: House, today: Day): readonly LabFault[] {
  const view = viewOf(footprints, house.lab)
  return labRules.flatMap((rule) => rule(view, house, today))
}
