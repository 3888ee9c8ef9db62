import type { ParameterExpansionPart, Word as ShellWord, WordPart } from 'unbash'
import type { Word } from './endless.ts'

/** What is known of a running shell: variables by name, and the words that a script was called with, its own name first. */
export interface Scope {
  readonly variables: Map<string, string>
  readonly positional: readonly Word[]
}

const allArguments = /^"?\$(?:[@*]|\{[@*]\})"?$/

/** The words that a shell makes of one: `"$@"` are all arguments, a bare `$CMD` is split at spaces, a quoted word is itself. */
export function wordsOf(word: ShellWord, scope: Scope): readonly Word[] {
  if (word.parts === undefined) return [word.value]
  if (allArguments.test(word.text)) return scope.positional.slice(1)
  const value = joined(word.parts, scope)
  const [only, ...others] = word.parts
  const splits = others.length === 0 && (only?.type === 'SimpleExpansion' || only?.type === 'ParameterExpansion')
  return splits && value !== undefined ? value.split(/\s+/).filter((part) => part !== '') : [value]
}

/** The text of a word, where all of it is known. */
export function textOf(word: ShellWord, scope: Scope): Word {
  return word.parts === undefined ? word.value : joined(word.parts, scope)
}

function joined(parts: readonly WordPart[], scope: Scope): Word {
  let text = ''
  for (const part of parts) {
    const value = valueOf(part, scope)
    if (value === undefined) return undefined
    text += value
  }
  return text
}

function valueOf(part: WordPart, scope: Scope): Word {
  if (part.type === 'DoubleQuoted' || part.type === 'LocaleString') return joined(part.parts, scope)
  if (part.type === 'SimpleExpansion') return variable(part.text.slice(1), scope)
  if (part.type === 'ParameterExpansion') return parameter(part, scope)
  return 'value' in part ? part.value : undefined
}

/** `${X}`, and `${X:-otherwise}`; what else is done to a variable is not followed. */
function parameter({ parameter: name, prefix, index, operation }: ParameterExpansionPart, scope: Scope): Word {
  if (prefix !== undefined || index !== undefined) return undefined
  const known = variable(name, scope)
  if (operation === undefined) return known
  if (operation.type !== 'Default' || !operation.operator.includes('-')) return undefined
  return known === undefined || known === '' ? textOf(operation.operand, scope) : known
}

function variable(name: string, { variables, positional }: Scope): Word {
  return /^\d$/.test(name) ? positional[Number(name)] : variables.get(name)
}
