import type { Json } from '../../model/json.ts'
import { tamed } from '../tamed.ts'
import type { Sentence, Sentences } from './sentence.ts'

/** What a person is told about a code that is no finding. Arguments come from the cluster: foreign text, made harmless here. */
export function sentenceFor<C, K extends keyof C>(sentences: Sentences<C>, code: K, args: C[K]): Sentence {
  return sentences[code](tamed(args as Json) as C[K])
}
