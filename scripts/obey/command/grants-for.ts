import type { Command, CommandedPull, CommandFacts } from '../../model/command.ts'
import type { Grant } from '../../model/grant.ts'
import { liftsFor } from '../../model/lifts-for.ts'

type Give = Extract<Command, { verb: 'grant' }>

/** One grant for each request of which something is open. */
export function grantsFor(command: Give, pull: CommandedPull, facts: CommandFacts): readonly Grant[] {
  const { until, ask, reason } = command
  const { sender, comment, decision } = facts
  const given = { until, by: sender.login, byId: sender.id, pull: pull.number, head: pull.head, ask }
  return [...liftsFor(decision?.reasons ?? [], pull.number)].map(([id, lifts]) => {
    const [login = '', request = ''] = id.split('/')
    return { v: 1, login, request, lifts, ...given, comment: comment.id, reason }
  })
}

/** The name of its file, as the rules of the house want it. */
export function grantFile({ pull, login, request }: Pick<Grant, 'pull' | 'login' | 'request'>): string {
  return `grants/${pull}-${login}-${request}.json`
}

export function grantText(grant: Grant): string {
  return `${JSON.stringify(grant, undefined, 2)}\n`
}
