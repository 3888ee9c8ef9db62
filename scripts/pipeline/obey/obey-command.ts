import { fetchHeads, readChange, type Room } from '../../change/index.ts'
import type { CommandedPull, CommandFacts } from '../../model/command.ts'
import { dayIn } from '../../model/day.ts'
import type { Account } from '../../model/facts.ts'
import type { Forge, IssueComment } from '../../model/forge.ts'
import type { CommandWords, Obeyed } from '../../model/obeyed.ts'
import type { House } from '../../model/request.ts'
import { commandIn, obey } from '../../obey/index.ts'
import { judgeChange } from '../review/judge-change.ts'
import { judgeMain, type ChangeInput, type JudgedMain } from '../review/judge-main.ts'
import type { Lane } from '../review/merge-next.ts'
import { carryOut } from './carry-out.ts'
import type { AuthorOf } from '../review/review-pulls.ts'

export interface Obeying {
  readonly forge: Forge
  readonly room: Room
  /** Read from a checkout of `main`. */
  readonly house: House
  readonly main: string
  /** Whether `main` is the tip. */
  readonly isCurrent: boolean
  /** Absent where the job that evaluates had nothing to hand over. */
  readonly input?: ChangeInput
  readonly now: Date
  readonly authorOf: AuthorOf
  /** On main: `alice/dev`. */
  readonly requests: ReadonlySet<string>
  readonly words: CommandWords
  /** Absent where people merge. */
  readonly lane?: Lane
}

/** What an event says: which comment, and by whom it came. */
export interface Commanding {
  readonly comment: number
  readonly sender: Account
}

/** The facts, and what the pull request was judged against. */
interface Looked {
  readonly facts: CommandFacts
  readonly judged?: JudgedMain
}

/** Obeys one comment, or says why not. Everything but its number and its sender is asked of the forge again. */
export async function obeyCommand(commanding: Commanding, obeying: Obeying): Promise<Obeyed> {
  const comment = await obeying.forge.comment(commanding.comment)
  if (comment === undefined || commandIn(comment.text) === undefined) return { did: 'nothing' }
  if (obeying.house.grants.some((given) => given.comment === comment.id)) return { did: 'nothing' }
  const { facts, judged } = await look(comment, commanding.sender, obeying)
  return carryOut(obey(facts), { ...obeying, facts, ...(judged && { judged }) })
}

async function look(comment: IssueComment, sender: Account, obeying: Obeying): Promise<Looked> {
  const { forge, house, requests, now } = obeying
  const { admins, members, grants, timeZone } = house.lab
  const pull = await commandedPull(comment.under, obeying)
  const known: CommandFacts = {
    comment,
    sender,
    isCurrent: obeying.isCurrent,
    permission: await forge.permission(sender.login),
    roster: { admins, members },
    maxDays: grants.maxDays,
    today: dayIn(timeZone, now),
    requests,
    ...(pull && { pull }),
  }
  return pull?.state === 'open' && isGrant(comment) ? judgedFor(pull, known, obeying) : { facts: known }
}

function isGrant({ text }: IssueComment): boolean {
  const command = commandIn(text)
  return command !== undefined && 'verb' in command && command.verb === 'grant'
}

async function commandedPull(
  number: number,
  { forge, room, main, authorOf }: Obeying,
): Promise<CommandedPull | undefined> {
  const pull = await forge.pull(number)
  if (pull === undefined) return undefined
  const { head } = pull
  if (!pull.isOpen) {
    const state = pull.mergedAs === undefined ? 'closed' : 'merged'
    return { number, head, author: pull.author, state }
  }
  const fetched = (await fetchHeads(room, [number])).get(number) ?? ({ unreadable: 'gone' } as const)
  const change = typeof fetched === 'string' ? await readChange(room.git, fetched, main) : fetched
  const author = await authorOf(pull, change)
  return { number, author, state: 'open', head: typeof fetched === 'string' ? fetched : head }
}

/** Judged as the lane judges it, at the head that is there now. */
async function judgedFor(pull: CommandedPull, facts: CommandFacts, obeying: Obeying): Promise<Looked> {
  const { forge, room, house, main, input } = obeying
  if (input === undefined) return { facts }
  const judged = await judgeMain(room.git, main, house, input)
  const opinions = async () => ({ reviews: await forge.reviews(pull.number), check: 'pending' as const })
  const { decision } = await judgeChange(
    { head: pull.head, authorOf: () => Promise.resolve(pull.author), opinions },
    judged,
  )
  return { facts: { ...facts, decision }, judged }
}
