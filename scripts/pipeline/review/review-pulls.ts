import { fetchHeads, type Room } from '../../change/index.ts'
import type { Change, Unreadable } from '../../model/change.ts'
import type { Forge, Marks, PullRequest } from '../../model/forge.ts'
import type { Account } from '../../model/facts.ts'
import type { House } from '../../model/request.ts'
import { isBeingGiven } from '../../obey/index.ts'
import { attended, mostPulls } from './attended.ts'
import { judgeChange, type JudgedChange } from './judge-change.ts'
import { judgeMain, type ChangeInput, type JudgedMain } from './judge-main.ts'
import { mergeNext, type Lane } from './merge-next.ts'
import { createMarker, type Failure } from './mark-pulls.ts'

/** In whose name a pull request is: its author, but for those that we open for others. */
export type AuthorOf = (pull: PullRequest, change: Change | Unreadable) => Promise<Account>

export interface Reviewing {
  readonly forge: Forge
  readonly room: Room
  /** Read from a checkout of `main`. */
  readonly house: House
  readonly main: string
  readonly input: ChangeInput
  readonly authorOf: AuthorOf
  readonly marksOf: (pull: PullRequest, judged: JudgedChange, main: JudgedMain) => Marks
  /** Absent where people merge. */
  readonly lane?: Lane
}

/** A pull request with its verdict, and what it bears for it. */
export interface Reviewed {
  readonly pull: PullRequest
  readonly head: string
  readonly judged: JudgedChange
  readonly marks: Marks
}

export interface Reviews {
  /** Those that are still open, oldest first. */
  readonly open: readonly Reviewed[]
  readonly merged: readonly Reviewed[]
  /** What GitHub refused, or gave no answer to. */
  readonly failures: readonly Failure[]
}

/**
 * Looks at every open pull request, and makes it bear what it should: writes only what differs, so a lost event or a doubled run costs
 * time and never truth. With a lane what may go in is merged, one after the other, each judged against the main that it meets.
 */
export async function reviewPulls(reviewing: Reviewing): Promise<Reviews> {
  const { forge, room, house, input, lane } = reviewing
  const marker = createMarker(forge)
  let main = await judgeMain(room.git, reviewing.main, house, input)
  let open = await judged(await openPulls(forge), main, reviewing)
  const merged: Reviewed[] = []
  for (;;) {
    await marker.mark(open)
    // What people read before they agree, and what GitHub insists on, is there, or nothing goes in.
    const marked = open.filter(({ pull }) => !marker.failures.some((one) => one.pull === pull.number))
    const next = lane && (await mergeNext(marked, main, { ...lane, forge, room, failed: marker.fail }))
    if (next === undefined) return { open, merged, failures: marker.failures }
    if (next.merged) merged.push(next.merged)
    if (next.main === undefined) return { open: without(open, merged), merged, failures: marker.failures }
    main = await judgeMain(room.git, next.main, house, main.input)
    const rest = without(open, merged).map(({ pull }) => marker.asMarked(pull))
    open = await judged(rest, main, reviewing)
  }
}

/** A grant that is being given is judged and merged by whoever gives it. */
async function openPulls(forge: Forge): Promise<readonly PullRequest[]> {
  const self = await forge.self()
  return (await forge.pulls()).filter((pull) => !isBeingGiven(pull, self))
}

function without(open: readonly Reviewed[], merged: readonly Reviewed[]): readonly Reviewed[] {
  return open.filter(({ pull }) => !merged.some((one) => one.pull.number === pull.number))
}

async function judged(
  pulls: readonly PullRequest[],
  main: JudgedMain,
  { forge, room, authorOf, marksOf }: Reviewing,
): Promise<readonly Reviewed[]> {
  const looked = attended(pulls)
  const numbers = [...looked].map(({ number }) => number)
  const heads = await fetchHeads(room, numbers)
  const reviewed: Reviewed[] = []
  for (const pull of pulls) {
    const head = looked.has(pull)
      ? (heads.get(pull.number) ?? ({ unreadable: 'gone' } as const))
      : ({ unreadable: 'crowded', limit: mostPulls } as const)
    // Not what GitHub said before: somebody may have pushed since.
    const at = typeof head === 'string' ? head : pull.head
    const opinions = async () => ({
      reviews: await forge.reviews(pull.number),
      check: await forge.job(at, houseJob),
    })
    const change = await judgeChange({ head, authorOf: (read) => authorOf(pull, read), opinions }, main)
    reviewed.push({ pull, head: at, judged: change, marks: marksOf(pull, change, main) })
  }
  return reviewed
}

/** The job of `check.yml` that runs a changed house. */
const houseJob = 'house'
