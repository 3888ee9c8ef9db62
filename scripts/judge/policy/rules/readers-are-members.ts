import { fault, type Fault } from '../../../model/finding.ts'
import { nearest } from '../../../model/nearest.ts'
import { labLaw } from '../readings/law.ts'
import { ownAnnotations } from '../readings/marks.ts'
import type { Rule } from '../rule.ts'

const everybody = 'lab'

/** A disk is shared with members, or with the lab as a whole: a slip in a login would share it with nobody. */
export const readersAreMembers: Rule = ({ manifest, kind }, { lab }) => {
  if (kind !== 'PersistentVolumeClaim') return []
  const marks = ownAnnotations(manifest).filter(({ key }) => key === 'lab/readers' || key === 'lab/writers')
  return marks.flatMap(({ key, value }) =>
    value
      .split(',')
      .filter((login) => !Object.hasOwn(lab.members, login) && !(login === everybody && key === 'lab/readers'))
      .map((login): Fault => {
        const near = nearest(login, Object.keys(lab.members))
        return fault(
          'reader-unknown',
          { login, ...(near !== undefined && { near }) },
          ['metadata', 'annotations', key],
          { law: labLaw },
        )
      }),
  )
}
