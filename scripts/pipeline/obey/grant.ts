import { fetchHeads } from '../../change/index.ts'
import type { CheckText, Forge } from '../../model/forge.ts'
import { grantBranch } from '../../model/form.ts'
import type { Grant } from '../../model/grant.ts'
import type { Refusal } from '../../model/obeyed.ts'
import { grantFile, grantText } from '../../obey/index.ts'
import { digestOfCheck } from '../../review/index.ts'
import { judgeChange, type Pull } from '../review/judge-change.ts'
import type { JudgedMain } from '../review/judge-main.ts'
import { mergeNext, type Lane } from '../review/merge-next.ts'
import type { CarryingOut } from './carry-out.ts'
import { openedFrom } from './form.ts'
import type { Reviewed } from '../review/review-pulls.ts'

interface Giving extends CarryingOut {
  readonly lane: Lane
  readonly judged: JudgedMain
}

/** Every call that has to be done before the next one makes sense. */
class NotDone extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/**
 * Brings grants to main: branch, pull request, check and merge, all in our name and judged as the admin's own change of `grants/`, read
 * from Git as it came back. The push wakes the lane. Gives why it did not come to that.
 */
export async function giveGrants(grants: readonly Grant[], giving: Giving): Promise<Refusal | undefined> {
  const { forge, facts } = giving
  const branch = `${grantBranch}${facts.comment.id}`
  try {
    const pull = await proposed(grants, branch, giving)
    await merged(await judgedAlone(pull, giving), giving)
    return undefined
  } catch (error) {
    if (!(error instanceof NotDone)) throw error
    const left = await openedFrom(branch, forge)
    if (left !== undefined) await forge.send({ call: 'close', number: left.number })
    return error.refusal
  } finally {
    await forge.send({ call: 'delete-branch', branch })
  }
}

async function proposed(grants: readonly Grant[], branch: string, giving: Giving): Promise<number> {
  const { forge, main, facts } = giving
  const title = `Grant ${grants.map(({ login, request }) => `${login}/${request}`).join(', ')} until ${grants[0]?.until}`
  const files = grants.map((grant) => ({ path: grantFile(grant), text: grantText(grant) }))
  await insist(forge, { call: 'branch', branch, from: main, message: title, files })
  const before = await openedFrom(branch, forge)
  if (before !== undefined) return before.number
  const text = `\`/grant\` by \`${facts.sender.login}\` under #${facts.comment.under}.\n`
  const { id } = await insist(forge, { call: 'open-pull', branch, title, text })
  if (id === undefined) throw new Error('the new pull request has no number')
  return id
}

/** Threat: what is merged is what came back from Git, whatever we meant to send. */
async function judgedAlone(number: number, { forge, room, judged: main, facts }: Giving): Promise<Reviewed> {
  const pull = await forge.pull(number)
  const head = (await fetchHeads(room, [number])).get(number)
  if (pull === undefined || typeof head !== 'string') throw new Error(`#${number}, which we opened, cannot be read`)
  const judged = await judgeChange({ head, authorOf: () => Promise.resolve(facts.sender), opinions: unasked }, main)
  const { kind, verdict, reasons } = judged.decision
  if (kind !== 'grants' || verdict !== 'granted') throw new NotDone({ code: 'grant-judged', args: { reasons } })
  return { pull, head, judged, marks: { check, labels: [], reviewers: [] } }
}

function unasked(): ReturnType<Pull['opinions']> {
  return Promise.resolve({ reviews: [], check: 'pending' })
}

const check: CheckText = {
  conclusion: 'success',
  title: 'granted',
  summary: 'An admin gave this with a command.',
  annotations: [],
}

async function merged(one: Reviewed, { forge, room, lane, judged: main }: Giving): Promise<void> {
  await insist(forge, { call: 'check', head: one.head, digest: digestOfCheck(check), check })
  const failures: string[] = []
  const done = await mergeNext([one], main, { ...lane, forge, room, failed: ({ said }) => failures.push(said) })
  if (done?.merged === undefined) throw notDone(failures[0] ?? 'main moved meanwhile: write it again')
}

async function insist(forge: Forge, call: Parameters<Forge['send']>[0]): Promise<{ readonly id?: number }> {
  const reply = await forge.send(call)
  if (!reply.done) throw notDone(reply.said)
  return reply
}

function notDone(said: string): NotDone {
  return new NotDone({ code: 'forge-refused', args: { said } })
}
