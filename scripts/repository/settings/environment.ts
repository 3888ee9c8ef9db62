import { at, itemsAt, textAt } from '../../model/at.ts'
import type { Json } from '../../model/json.ts'
import type { Answer, Judgement } from '../../model/settings.ts'
import { environmentsOf } from '../environments.ts'
import { exactly, told } from '../judgements.ts'
import type { Setting } from '../setting.ts'

const wanted = ['main']

/** Which branches get an environment's secrets. Threat: a workflow on any other branch is its author's own text. */
export const environment: Setting = {
  id: 'environment',
  from: 'simple',
  audited: true,
  looks: ({ lab, path }) =>
    Object.keys(environmentsOf(lab)).map((name) => ({
      of: name,
      paths: [`${path}/environments/${name}`, `${path}/environments/${name}/deployment-branch-policies?per_page=100`],
      judge,
    })),
}

function judge(one: Answer, policies: Answer): Judgement {
  if (one.status === 404) return { is: 'wrong', found: [], wanted }
  return told([one], (body) => {
    if (at(body, 'deployment_branch_policy', 'protected_branches') === true)
      return exactly(['protected branches'], wanted)
    if (at(body, 'deployment_branch_policy', 'custom_branch_policies') !== true)
      return exactly(['every branch'], wanted)
    return told([policies], (listed) => exactly(itemsAt(listed, 'branch_policies').map(nameOf), wanted))
  })
}

/** A tag of the name `main` is not main. */
function nameOf(policy: Json): string {
  const name = textAt(policy, 'name') ?? ''
  return textAt(policy, 'type') === 'tag' ? `tag ${name}` : name
}
