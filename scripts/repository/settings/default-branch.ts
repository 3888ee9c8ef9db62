import { textAt } from '../../model/at.ts'
import { exactly, told } from '../judgements.ts'
import type { Setting } from '../setting.ts'

/** Schedules, dispatches and comments start the workflows of the default branch and of no other. */
export const defaultBranch: Setting = {
  id: 'default-branch',
  from: 'simple',
  looks: ({ path }) => [
    {
      paths: [path],
      judge: (repository) => told([repository], (body) => exactly([textAt(body, 'default_branch') ?? ''], ['main'])),
    },
  ],
}
