import type { Command } from 'unbash'
import type { Endless, Situation, Word } from './endless.ts'
import { firstOf, type Shell } from './shell.ts'
import { textOf } from './words.ts'

/** What the shell does itself; everything else is a program. */
export function builtin(words: readonly Word[], situation: Situation, shell: Shell): Endless | undefined {
  const [name = '', ...args] = words
  const body = shell.functions.get(name)
  if (body !== undefined) return shell.reader.nested(() => shell.read(body, situation, { ...shell, positional: words }))
  switch (name) {
    case 'wait':
    case 'fg':
      return waitedFor(args, shell)
    case 'kill':
    case 'pkill':
    case 'killall':
      shell.jobs.fill(undefined)
      return undefined
    case 'eval':
      return shell.reader.script(args.join(' '), situation, shell.positional)
    case 'trap':
      return args.some((word) => word === 'EXIT' || word === '0')
        ? shell.reader.script(args[0] ?? '', { ...situation, last: true }, [])
        : undefined
    default:
      return shell.reader.call(words, situation)
  }
}

/** `wait` waits for all, `wait $!` for the last, `wait -n` for the first that ends. */
function waitedFor(args: readonly Word[], { jobs }: Shell): Endless | undefined {
  if (args.includes('-n') && jobs.some((job) => job === undefined)) return undefined
  const named = args.flatMap((word) => /^(?:job:|%)(\d+)$/.exec(word ?? '')?.[1] ?? [])
  if (named.length === 0 && args.some((word) => word === undefined)) return undefined
  if (named.length === 0) return jobs.find((job) => job !== undefined)
  return firstOf(named, (index, place) => jobs[args[place]?.startsWith('%') ? Number(index) - 1 : Number(index)])
}

/** `A=1`, also behind `export` and its like: known, or no longer known. */
export function assign(at: Command, shell: Shell): void {
  if (at.name !== undefined && !/^(?:export|declare|local|readonly|typeset)$/.test(at.name.value)) return
  for (const part of [...at.prefix, ...at.suffix]) {
    if (part.type !== 'Assignment') continue
    const value = part.value.type === 'Word' && part.append !== true ? textOf(part.value, shell) : undefined
    if (value === undefined) shell.variables.delete(part.name)
    else shell.variables.set(part.name, value)
  }
}
