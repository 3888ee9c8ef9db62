import type { Handler } from '../hub.ts'
import type { OperationId } from '../operations.ts'
import { checks } from './checks.ts'
import { git } from './git.ts'
import { issues, reactions } from './issues.ts'
import { pulls } from './pulls.ts'
import { repos } from './repos.ts'
import { actions, apps, users } from './rest.ts'

/** How each operation is played. */
export const handlers: Readonly<Record<OperationId, Handler>> = {
  ...actions,
  ...apps,
  ...users,
  ...checks,
  ...git,
  ...issues,
  ...reactions,
  ...pulls,
  ...repos,
}
