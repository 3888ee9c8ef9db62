import { tangled, type Endless, type Reader, type Situation, type Word } from './endless.ts'
import { programEndless } from './program.ts'
import { scriptEndless } from './script.ts'

/** More steps than the longest honest command takes, and few enough to be over at once. */
const mostSteps = 5000
const deepest = 16

const alone: Situation = { last: true, fed: false, piped: false, atMost: Infinity }

/**
 * Whether the command of a container ends by itself, as far as its text tells: a program from a file may do anything, and is taken at
 * its word. `env` are the container's variables with their values, `idle` what the cluster's rule names.
 */
export function commandEndless(
  words: readonly string[],
  env: ReadonlyMap<string, string>,
  idle: readonly string[],
): Endless | undefined {
  let steps = 0
  let depth = 0
  const reader: Reader = {
    goesOn: () => ++steps < mostSteps,
    call: (inner, situation) => programEndless(inner, situation, reader, idle),
    script: (text, situation, positional) =>
      reader.nested(() => scriptEndless(text, situation, { variables: new Map(env), positional }, reader)),
    nested: (read) => {
      if (depth >= deepest) return tangled
      depth++
      const found = read()
      depth--
      return found
    },
  }
  return reader.call(
    words.map((word): Word => expanded(word, env)),
    alone,
  )
}

/**
 * Kubernetes itself replaces `$(NAME)` by a variable of the container, and `$$` by `$`, before any shell sees them.
 * Source: k8s.io/kubernetes third_party/forked/golang/expansion.
 */
function expanded(word: string, env: ReadonlyMap<string, string>): string {
  if (!word.includes('$')) return word
  return word.replace(/\$(?:\$|\(([\w.-]{1,200})\))/g, (whole: string, name?: string) =>
    name === undefined ? '$' : (env.get(name) ?? whole),
  )
}
