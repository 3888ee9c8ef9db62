import type { EvaluateCodes } from '../../model/codes/evaluate.ts'
import { codeSentences } from './evaluate-code.ts'
import { exportSentences } from './evaluate-exports.ts'
import { importSentences } from './evaluate-imports.ts'
import { runningSentences } from './evaluate-running.ts'
import { valueSentences } from './evaluate-values.ts'
import type { Sentences } from './sentence.ts'

export const evaluateSentences: Sentences<EvaluateCodes> = {
  ...codeSentences,
  ...importSentences,
  ...runningSentences,
  ...exportSentences,
  ...valueSentences,
}
