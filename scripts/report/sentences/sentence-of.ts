import type { Code, Codes, Said } from '../../model/finding.ts'
import type { Json } from '../../model/json.ts'
import { tamed } from '../tamed.ts'
import { sentences } from './index.ts'
import type { Sentence } from './sentence.ts'

/** What a person is told about a finding. */
export function sentenceOf<C extends Code>(said: Said<C>): Sentence {
  const sentence = sentences[said.code] as (args: Codes[C]) => Sentence
  return sentence(tamed(said.args as Json) as Codes[C])
}
