import type { Command, Misspelt, Verb } from '../../model/command.ts'

/** As the schema of grants has it. */
const longestReason = 2000
const unsaid = 'no reason was written'

/**
 * The command that a comment is: the whole of its first line, as it stands. Everything else is talk: what is quoted, indented, in code,
 * on a later line or in letters that only look alike.
 */
export function commandIn(text: string): Command | Misspelt | undefined {
  const end = text.indexOf('\n')
  const line = (end < 0 ? text : text.slice(0, end)).replace(/\r$/, '').trimEnd()
  const [, verb] = /^\/(grant|ask|cancel)(?: |$)/.exec(line) ?? []
  if (verb === undefined) return undefined
  const rest = end < 0 ? '' : text.slice(end + 1)
  return readers[verb as Verb](line, rest) ?? { misspelt: verb as Verb }
}

type Reader = (line: string, rest: string) => Command | undefined

const readers: Readonly<Record<Verb, Reader>> = {
  grant: (line, rest) => {
    const [, ask, until] = /^\/grant ([0-9a-f]{7,64}) until=(\S{1,40})$/.exec(line) ?? []
    if (ask === undefined || until === undefined) return undefined
    return { verb: 'grant', ask, until, reason: reasonIn(rest) }
  },
  ask: (line) => (/^\/ask ./.test(line) ? { verb: 'ask' } : undefined),
  cancel: (line) => {
    if (line === '/cancel') return { verb: 'cancel' }
    const [, request] = /^\/cancel ([A-Za-z0-9-]{1,39}\/[a-z0-9_][a-z0-9._-]{0,99})$/.exec(line) ?? []
    return request === undefined ? undefined : { verb: 'cancel', request }
  },
}

function reasonIn(rest: string): string {
  const reason = rest.replaceAll('\r\n', '\n').trim().slice(0, longestReason)
  return reason === '' ? unsaid : reason.toWellFormed()
}
