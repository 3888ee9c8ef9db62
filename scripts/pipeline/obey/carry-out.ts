import type { CommandFacts } from '../../model/command.ts'
import type { Call, Forge, Reply } from '../../model/forge.ts'
import type { Obeyed, Refusal } from '../../model/obeyed.ts'
import { answerMark } from '../../model/own-marks.ts'
import { cancelBranchOf, grantFile, grantText } from '../../obey/index.ts'
import type { JudgedMain } from '../review/judge-main.ts'
import type { Obeying } from './obey-command.ts'
import { openedFrom } from './form.ts'
import { giveGrants } from './grant.ts'

export interface CarryingOut extends Obeying {
  readonly facts: CommandFacts
  /** Where the pull request was judged. */
  readonly judged?: JudgedMain
}

/** What is said below the command; nothing where a 👍 says it all. */
type Answer = { readonly refusal: Refusal } | { readonly text: string } | undefined

/**
 * Does what was decided, and answers: with 👍, or with 👎 and one comment that says why. That comment goes with the next command; the
 * verdict's own comment is left to the next look.
 */
export async function carryOut(obeyed: Obeyed, at: CarryingOut): Promise<Obeyed> {
  if (obeyed.did === 'nothing') return obeyed
  const answer = await done(obeyed, at)
  const refusal = answer !== undefined && 'refusal' in answer ? answer.refusal : undefined
  await say(answer, at)
  await at.forge.send({ call: 'react', comment: at.facts.comment.id, with: refusal === undefined ? '+1' : '-1' })
  return refusal === undefined ? obeyed : { did: 'refuse', refusal }
}

async function done(obeyed: Exclude<Obeyed, { did: 'nothing' }>, at: CarryingOut): Promise<Answer> {
  const { forge } = at
  switch (obeyed.did) {
    case 'refuse':
      return { refusal: obeyed.refusal }
    case 'grant':
      return grant(obeyed, at)
    case 'ask':
      return unlessRefused(forge, { call: 'add-labels', under: obeyed.pull, labels: ['asked'] })
    case 'close':
      return unlessRefused(forge, { call: 'close', number: obeyed.pull })
    case 'remove':
    default:
      return remove(obeyed.request, at)
  }
}

/** Without an App nobody here may write to main: the admin's own hand does. */
async function grant({ grants }: Extract<Obeyed, { did: 'grant' }>, at: CarryingOut): Promise<Answer> {
  const { words, lane, judged } = at
  if (lane !== undefined && judged !== undefined) {
    const refusal = await giveGrants(grants, { ...at, lane, judged })
    return refusal && { refusal }
  }
  return { text: words.grants(grants.map((one) => ({ path: grantFile(one), text: grantText(one) }))) }
}

/** A pull request that the next look judges in the name of whoever wrote the command. */
async function remove(request: string, { forge, lane, main, facts, words }: CarryingOut): Promise<Answer> {
  const file = `users/${request}.ts`
  if (lane === undefined) return { text: words.removal(file) }
  const { sender, comment } = facts
  const branch = cancelBranchOf(comment.id)
  const title = `${sender.login}: end ${request}`
  const made = await forge.send({ call: 'branch', branch, from: main, message: title, files: [{ path: file }] })
  if (!made.done) return refusedBy(made)
  if ((await openedFrom(branch, forge)) !== undefined) return undefined
  const text = `\`/cancel\` by \`${sender.login}\` under #${comment.under}. Disks stay.\n`
  return unlessRefused(forge, { call: 'open-pull', branch, title, text })
}

async function unlessRefused(forge: Forge, call: Call): Promise<Answer> {
  const reply = await forge.send(call)
  return reply.done ? undefined : refusedBy(reply)
}

function refusedBy({ said }: Extract<Reply, { done: false }>): Answer {
  return { refusal: { code: 'forge-refused', args: { said } } }
}

/** Threat: a stranger's comments must not make us write. */
async function say(answer: Answer, { forge, facts, words }: CarryingOut): Promise<void> {
  const { under } = facts.comment
  if (answer !== undefined && 'refusal' in answer && answer.refusal.code === 'stranger') return
  for (const { id } of await forge.said(under, answerMark)) await forge.send({ call: 'delete-comment', id })
  if (answer === undefined) return
  const text = 'refusal' in answer ? words.refused(answer.refusal) : answer.text
  await forge.send({ call: 'comment', under, text })
}
