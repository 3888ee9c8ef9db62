import type { TypeCodes } from '../../model/codes/types.ts'
import type { Sentences } from './sentence.ts'
import { typeErrorSentence } from './type-error.ts'

const unchecked = 'what TypeScript would have said about this folder is missing; everything else was checked'

export const typeSentences = {
  'type-error': ({ message, option }) => typeErrorSentence(message, option),
  'types-timeout': ({ seconds }) => ({
    what: `TypeScript did not come to an end in ${seconds} seconds: ${unchecked}.`,
    fix: 'Make the types in your files simpler; if you wrote none, check again.',
  }),
  'types-too-large': ({ what }) => ({
    what: `TypeScript needed too much ${what === 'memory' ? 'memory' : 'room for its messages'}: ${unchecked}.`,
    fix: 'Make the types in your files simpler.',
  }),
  'types-unavailable': ({ why }) => ({
    what: `TypeScript could not be asked (\`${why}\`): everything else was checked.`,
    fix: 'Nothing to do for you: tell an admin.',
  }),
} satisfies Sentences<TypeCodes>
