import { at } from '../../model/at.ts'
import type { Answer, Judgement } from '../../model/settings.ts'
import { exactly } from '../judgements.ts'
import { eitherWay } from '../either-way.ts'
import { protectionPath, rulesOf, rulesPath } from '../rules.ts'
import type { Setting } from '../setting.ts'

const wanted = ['deletion', 'non_fast_forward']
/** What the older protection calls the same; there it is allowed, not forbidden. */
const older: Readonly<Record<string, string>> = { deletion: 'allow_deletions', non_fast_forward: 'allow_force_pushes' }

/** Main's history is the order of the line and the proof of what was reviewed. */
export const mainKept: Setting = {
  id: 'main-kept',
  from: 'simple',
  audited: true,
  looks: (here) => [{ paths: [rulesPath(here), protectionPath(here)], judge }],
}

function judge(rules: Answer, protection: Answer): Judgement {
  return eitherWay(rules, protection, (ruled, guarded) => {
    const isKept = (type: string) =>
      rulesOf(ruled, type).length > 0 || at(guarded, older[type] ?? '', 'enabled') === false
    return exactly(wanted.filter(isKept), wanted)
  })
}
