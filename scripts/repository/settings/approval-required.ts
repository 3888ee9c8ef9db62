import { at, itemsAt, textAt } from '../../model/at.ts'
import type { Lab } from '../../model/lab.ts'
import { checkName } from '../../model/own-marks.ts'
import { exactly, told } from '../judgements.ts'
import { rulesOf, rulesPath } from '../rules.ts'
import type { Setting } from '../setting.ts'

/** Threat: a job in a changed workflow can bear any name, so the check counts only from the App. */
export const approvalRequired: Setting = {
  id: 'approval-required',
  from: 'computed',
  audited: true,
  looks: (here) => [
    {
      paths: [rulesPath(here)],
      judge: (rules) =>
        told([rules], (body) => {
          const required = rulesOf(body, 'required_status_checks').flatMap((rule) =>
            itemsAt(rule, 'parameters', 'required_status_checks'),
          )
          const ours = required.filter((one) => textAt(one, 'context') === checkName)
          return exactly(
            ours.map((one) => nameOf(at(one, 'integration_id'))),
            [nameOf(appOf(here.lab))],
          )
        }),
    },
  ],
}

function nameOf(app: unknown): string {
  return `${checkName} ${typeof app === 'number' ? `from app ${app}` : 'from anybody'}`
}

function appOf({ review }: Lab): number | undefined {
  return review.level === 'computed' ? review.app.id : undefined
}
