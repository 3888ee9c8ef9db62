import type { Codes } from '../../model/finding.ts'
import { apiSentences } from './api.ts'
import { evaluateSentences } from './evaluate.ts'
import { fileSentences } from './files.ts'
import { houseSentences } from './house.ts'
import { labSentences } from './lab.ts'
import { optionSentences } from './options.ts'
import { policySentences } from './policy.ts'
import { readSentences } from './read.ts'
import { schemaSentences } from './schema.ts'
import type { Sentences } from './sentence.ts'
import { typeSentences } from './types.ts'

/** Every sentence the program can say about a finding: a code without one does not compile. */
export const sentences: Sentences<Codes> = {
  ...fileSentences,
  ...typeSentences,
  ...evaluateSentences,
  ...optionSentences,
  ...readSentences,
  ...schemaSentences,
  ...apiSentences,
  ...policySentences,
  ...labSentences,
  ...houseSentences,
}
