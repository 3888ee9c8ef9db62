import { at } from '../../model/at.ts'
import type { Answer, Judgement } from '../../model/settings.ts'
import { environmentsOf } from '../environments.ts'
import { exactly, told } from '../judgements.ts'
import type { Setting } from '../setting.ts'

/** GitHub tells this setting and does not describe it, so an answer without it says nothing. */
export const environmentBypass: Setting = {
  id: 'environment-bypass',
  from: 'computed',
  looks: ({ lab, path }) =>
    Object.keys(environmentsOf(lab)).map((name) => ({
      of: name,
      paths: [`${path}/environments/${name}`],
      judge,
    })),
}

function judge(one: Answer): Judgement {
  if (one.status === 404) return exactly(['no environment'], [])
  return told([one], (body) => {
    const can = at(body, 'can_admins_bypass')
    return typeof can === 'boolean' ? exactly(can ? ['admins'] : [], []) : { is: 'unreadable', status: one.status }
  })
}
