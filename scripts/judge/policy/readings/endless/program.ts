import { remembered } from '../../../../model/remembered.ts'
import type { Endless, ProgramReading, Reader, Situation, Why, Word } from './endless.ts'
import { interpreters } from './interpreters.ts'
import { programs } from './programs.ts'
import { programName, unwrapped } from './unwrapped.ts'

/** Whether one command ends by itself. `idle`: what the cluster's rule names besides. */
export function programEndless(
  words: readonly Word[],
  situation: Situation,
  reader: Reader,
  idle: readonly string[],
): Endless | undefined {
  const { words: inner, atMost } = unwrapped(words)
  const [first, ...args] = inner
  const program = programName(first)
  if (program === undefined) return undefined
  const within = { ...situation, atMost: Math.min(situation.atMost, atMost) }
  const found = readingOf(program)?.(args, within, reader) ?? namedIdle(program, args, idle)
  // What is stopped from outside ends; a sleep has been measured by its time limit already.
  return found !== undefined && Number.isFinite(within.atMost) && !asleep.has(found.why) ? undefined : found
}

const readingOf = remembered((program): ProgramReading | null => {
  if (Object.hasOwn(programs, program)) return programs[program] ?? null
  return interpreters.find(({ names }) => names.test(program))?.reading(program) ?? null
})

const asleep: ReadonlySet<Why> = new Set<Why>(['sleeps', 'ends-asleep', 'unclear'])

/** `tail -f` of the rule: the program, and words that must be among its arguments. What has a reading of its own is read better. */
function namedIdle(program: string, args: readonly Word[], idle: readonly string[]): Endless | undefined {
  const command = idle.find((row) => row.startsWith(program) && matches(row, program, args))
  return command === undefined || Object.hasOwn(programs, program) ? undefined : { command, why: 'repeats' }
}

function matches(row: string, program: string, args: readonly Word[]): boolean {
  const [name, ...words] = row.split(' ')
  return name === program && words.every((word) => args.includes(word))
}
