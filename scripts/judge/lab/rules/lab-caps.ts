import { askedBy } from '../asked.ts'
import { excessOf } from '../excess.ts'
import { about } from '../lab-fault.ts'
import { measures, type Measure } from '../measures.ts'
import { askOf, type Ask } from '../view.ts'
import { fault } from '../../../model/finding.ts'
import type { LabRule } from './rule.ts'

/**
 * What the whole lab may have at the same time. GPUs beyond it wait in line (apply.md 5), which is no fault; for the rest there is no
 * line, so somebody should look. What could not start in an empty lab either is `never-fits` and not counted again.
 */
export const labCaps: LabRule = (view, { lab }) => {
  const all = view.parties.flatMap((party) => party.asks)
  const launched = view.parties.flatMap((party) => (party.isLaunched ? party.asks : []))
  return measures.flatMap((measure) => {
    const limit = measure.cap(lab.caps.lab)
    const asks = (measure.what === 'disk' ? all : launched).map((ask) => able(ask, measure, limit))
    const excess = excessOf(measure, asks, limit)
    if (excess === undefined) return []
    const severity = measure.what === 'gpus' ? 'notice' : 'warning'
    const { entry, total } = excess
    const details = { severity, law: { by: 'lab' } } as const
    return [about(entry, fault(`lab-${measure.what}`, total, measure.path(entry.object), details))]
  })
}

/** Without what alone is more than the lab has. */
function able(ask: Ask, { key }: Measure, limit: number): Ask {
  if (ask.asked[key] <= limit) return ask
  const { request } = ask
  return askOf({ ...request, objects: request.objects.filter((object) => askedBy(object)[key] <= limit) })
}
