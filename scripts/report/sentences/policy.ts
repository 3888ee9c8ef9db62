import type { PolicyCodes } from '../../model/codes/policy.ts'
import { diskSentences } from './policy-disks.ts'
import { gpuSentences } from './policy-gpus.ts'
import { identitySentences } from './policy-identity.ts'
import { reachSentences } from './policy-reach.ts'
import { resourceSentences } from './policy-resources.ts'
import { runSentences } from './policy-runs.ts'
import { serviceSentences } from './policy-services.ts'
import type { Sentences } from './sentence.ts'

export const policySentences: Sentences<PolicyCodes> = {
  ...identitySentences,
  ...runSentences,
  ...resourceSentences,
  ...gpuSentences,
  ...diskSentences,
  ...reachSentences,
  ...serviceSentences,
}
