import type { Command, CommandFacts } from '../../model/command.ts'
import { nearest } from '../../model/nearest.ts'
import type { Obeyed } from '../../model/obeyed.ts'
import { refusal, refused } from './refusal.ts'
import { unlessAdmin } from './standing.ts'

type Cancel = Extract<Command, { verb: 'cancel' }>

/** Whoever asked for something, or an admin, takes it back. */
export function cancel(command: Cancel, facts: CommandFacts): Obeyed {
  return command.request === undefined ? close(facts) : remove(command.request, facts)
}

/** What was merged is several requests, perhaps: which of them is to end is said. */
function close(facts: CommandFacts): Obeyed {
  const { pull, sender } = facts
  if (pull === undefined || pull.state === 'merged') return refused(refusal('say-which', {}))
  if (pull.author.id !== sender.id && unlessAdmin(facts) !== undefined) {
    return refused(refusal('not-yours', { whose: pull.author.login }))
  }
  return pull.state === 'open'
    ? { did: 'close', pull: pull.number }
    : refused(refusal('pull-over', { state: pull.state }))
}

function remove(request: string, facts: CommandFacts): Obeyed {
  const { requests, sender } = facts
  const [owner = ''] = request.split('/')
  if (owner !== sender.login && unlessAdmin(facts) !== undefined) return refused(refusal('not-yours', { whose: owner }))
  if (requests.has(request)) return { did: 'remove', request }
  const near = nearest(request, requests)
  return refused(refusal('request-unknown', { request, ...(near !== undefined && { near }) }))
}
