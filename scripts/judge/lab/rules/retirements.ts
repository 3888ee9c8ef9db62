import { about } from '../lab-fault.ts'
import { fault } from '../../../model/finding.ts'
import type { LabRule } from './rule.ts'

/** A disk that the admins want destroyed on a day to come while a request still asks for it: one of the two is a mistake. */
export const retirements: LabRule = (view, { lab }, today) =>
  lab.retirements
    .filter(({ on }) => on >= today)
    .flatMap(({ claim, on }) =>
      (view.byId.get(`PersistentVolumeClaim/${claim}`) ?? []).map((entry) =>
        about(
          entry,
          fault('disk-retires', { claim, on }, ['metadata', 'name'], { severity: 'warning', law: { by: 'lab' } }),
        ),
      ),
    )
