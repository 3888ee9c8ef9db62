import { askedBy } from '../asked.ts'
import { up } from '../excess.ts'
import { about } from '../lab-fault.ts'
import { measures } from '../measures.ts'
import { fault } from '../../../model/finding.ts'
import type { LabRule } from './rule.ts'

/** What asks for more than the whole lab has would wait for ever, and no grant helps. */
export const neverFits: LabRule = (view, { lab }) =>
  measures.flatMap((measure) => {
    const { what, key, per } = measure
    const limit = measure.cap(lab.caps.lab)
    const suspects = view.parties.filter(({ asked }) => asked[key] > limit)
    return suspects
      .flatMap(({ entries }) => entries)
      .filter(({ object }) => askedBy(object)[key] > limit)
      .map((entry) => {
        const args = { what, asked: up(askedBy(entry.object)[key], measure), limit: limit / per }
        return about(entry, fault('never-fits', args, measure.path(entry.object), { law: { by: 'lab' } }))
      })
  })
