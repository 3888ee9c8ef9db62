/**
 * Why a command does not end by itself: `sleeps` for long or for ever, `ends-asleep` (the last thing that happens is a sleep), `loops`,
 * `follows` a file, `repeats` a thing for ever, `serves`, `listens` for input that never comes, or `unclear`: too tangled to be read.
 */
export type Why = 'sleeps' | 'ends-asleep' | 'loops' | 'follows' | 'repeats' | 'serves' | 'listens' | 'unclear'

/** A command that does not end, in a few of its own words: enough to find it, never enough to hold a key. */
export interface Endless {
  readonly command: string
  readonly why: Why
}

export const tangled: Endless = { command: 'bash', why: 'unclear' }

/** A word of a command; `undefined` where only the running shell knows it. */
export type Word = string | undefined

/** Where a command stands among others. */
export interface Situation {
  /** Nothing runs after it. */
  readonly last: boolean
  /** Something comes to its input: a file, a pipe, a text. */
  readonly fed: boolean
  /** Another command reads what it writes, and ends it by ending. */
  readonly piped: boolean
  /** A `timeout` ends it after so many seconds. */
  readonly atMost: number
}

/** Scripts hold commands, and commands hold scripts: who reads one asks for the other here. */
export interface Reader {
  script(text: string, situation: Situation, positional: readonly Word[]): Endless | undefined
  call(words: readonly Word[], situation: Situation): Endless | undefined
  /** Reads what is nested one deeper: a script in a script, the body of a function. */
  nested(read: () => Endless | undefined): Endless | undefined
  /** False once more was read than any honest command holds. */
  goesOn(): boolean
}

/** Whether a program with these arguments ends by itself. */
export type ProgramReading = (args: readonly Word[], situation: Situation, reader: Reader) => Endless | undefined
