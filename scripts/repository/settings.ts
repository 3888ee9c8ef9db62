import type { Setting } from './setting.ts'
import { actionsAllowed } from './settings/actions-allowed.ts'
import { app } from './settings/app.ts'
import { approvalRequired } from './settings/approval-required.ts'
import { defaultBranch } from './settings/default-branch.ts'
import { defaultToken } from './settings/default-token.ts'
import { environmentBypass } from './settings/environment-bypass.ts'
import { environmentSecrets } from './settings/environment-secrets.ts'
import { environment } from './settings/environment.ts'
import { events } from './settings/events.ts'
import { forkRuns } from './settings/fork-runs.ts'
import { houseReviewers } from './settings/house-reviewers.ts'
import { labels } from './settings/labels.ts'
import { mainKept } from './settings/main-kept.ts'
import { membersBound } from './settings/members-bound.ts'
import { mergeRules } from './settings/merge-rules.ts'
import { nobodyBypasses } from './settings/nobody-bypasses.ts'
import { pullRequestRequired } from './settings/pull-request-required.ts'
import { secretsOutside } from './settings/secrets-outside.ts'
import { writers } from './settings/writers.ts'

/** Every setting (`pipeline.md` 7), in the order in which they are told. */
export const settings: readonly Setting[] = [
  defaultBranch,
  mainKept,
  pullRequestRequired,
  mergeRules,
  approvalRequired,
  nobodyBypasses,
  houseReviewers,
  writers,
  environment,
  environmentBypass,
  environmentSecrets,
  secretsOutside,
  defaultToken,
  actionsAllowed,
  forkRuns,
  events,
  app,
  membersBound,
  labels,
]
