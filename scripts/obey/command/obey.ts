import type { Command, CommandFacts } from '../../model/command.ts'
import type { Obeyed, Refusal } from '../../model/obeyed.ts'
import { cancel } from './cancel.ts'
import { commandIn } from './command-in.ts'
import { give } from './give.ts'
import { refusal, refused } from './refusal.ts'
import { unlessAdmin, unlessMember } from './standing.ts'

/**
 * From facts to what a comment leads to, and nothing else. Threat: people with write access can change anybody's comment, and it still
 * bears the first author's name; so what was edited is no command, whoever it is by.
 */
export function obey(facts: CommandFacts): Obeyed {
  const command = commandIn(facts.comment.text)
  if (command === undefined) return { did: 'nothing' }
  const objection = objectionTo(facts)
  if (objection !== undefined) return refused(objection)
  if ('misspelt' in command) return refused(refusal('misspelt', { verb: command.misspelt }))
  return obeyers[command.verb](command as never, facts)
}

/** What stands against any command. */
function objectionTo(facts: CommandFacts): Refusal | undefined {
  const { comment, sender } = facts
  const unknown = unlessMember(facts)
  if (unknown !== undefined) return unknown
  if (!facts.isCurrent) return refusal('not-now', {})
  if (comment.by.id !== sender.id) {
    return refusal('not-the-sender', { login: comment.by.login, sender: sender.login })
  }
  return comment.isEdited ? refusal('edited', {}) : undefined
}

const obeyers: {
  readonly [V in Command['verb']]: (command: Extract<Command, { verb: V }>, facts: CommandFacts) => Obeyed
} = { grant: give, ask, cancel }

function ask(_: unknown, facts: CommandFacts): Obeyed {
  const objection = unlessAdmin(facts)
  if (objection !== undefined) return refused(objection)
  const { pull } = facts
  if (pull === undefined) return refused(refusal('no-pull', { verb: 'ask' }))
  return pull.state === 'open'
    ? { did: 'ask', pull: pull.number }
    : refused(refusal('pull-over', { state: pull.state }))
}
