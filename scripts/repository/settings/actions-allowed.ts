import { at, itemsAt, textAt } from '../../model/at.ts'
import type { Json } from '../../model/json.ts'
import type { Answer, Judgement } from '../../model/settings.ts'
import { exactly, told } from '../judgements.ts'
import type { Setting } from '../setting.ts'

const pinning = 'sha_pinning_required'
const wanted = ['github_owned_allowed', pinning]

/** Whose code may run beside a key: GitHub's own, and only by commit. */
export const actionsAllowed: Setting = {
  id: 'actions-allowed',
  from: 'computed',
  looks: ({ path }) => [
    { paths: [`${path}/actions/permissions`, `${path}/actions/permissions/selected-actions`], judge },
  ],
}

/** GitHub tells the list only where one is kept. */
function judge(permissions: Answer, selected: Answer): Judgement {
  return told([permissions], (body) => {
    const pinned = at(body, pinning) === true ? [pinning] : []
    const allowed = textAt(body, 'allowed_actions') ?? 'none'
    if (allowed !== 'selected') return exactly([allowed, ...pinned], wanted)
    return told([selected], (list) => exactly([...allowedIn(list), ...pinned], wanted))
  })
}

function allowedIn(list: Json): readonly string[] {
  const kinds = ['github_owned_allowed', 'verified_allowed'].filter((kind) => at(list, kind) === true)
  return [...kinds, ...itemsAt(list, 'patterns_allowed').map(String)]
}
