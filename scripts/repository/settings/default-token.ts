import { at, textAt } from '../../model/at.ts'
import { exactly, told } from '../judgements.ts'
import type { Setting } from '../setting.ts'

const pulls = 'create and approve pull requests'

/**
 * What a job may do that does not say what it needs. GitHub has one tick for opening pull requests and approving them: without an App
 * the form wants the one, and nothing here counts the other.
 */
export const defaultToken: Setting = {
  id: 'default-token',
  from: 'simple',
  looks: ({ path, lab }) => [
    {
      paths: [`${path}/actions/permissions/workflow`],
      judge: (permissions) =>
        told([permissions], (body) => {
          const may = at(body, 'can_approve_pull_request_reviews') === false ? [] : [pulls]
          const wanted = lab.review.level === 'simple' ? [pulls] : []
          return exactly([textAt(body, 'default_workflow_permissions') ?? '', ...may], ['read', ...wanted])
        }),
    },
  ],
}
