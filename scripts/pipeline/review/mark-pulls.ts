import type { Call, Forge, Marks, PullRequest, Reply, SeenMarks } from '../../model/forge.ts'
import { ForgeOut } from '../../model/forge.ts'
import { ownLabels } from '../../model/own-labels.ts'
import { callsFor, digestOfCheck, sharedChecks } from '../../review/index.ts'

/** A call that did not do what it should; `said` is foreign text. */
export interface Failure {
  readonly pull: number
  readonly call: Call['call'] | 'read'
  readonly said: string
}

interface Marked {
  readonly pull: PullRequest
  readonly head: string
  readonly marks: Marks
}

export interface Marker {
  /** One that fails keeps nobody waiting. */
  readonly mark: (pulls: readonly Marked[]) => Promise<void>
  /** A pull request with the labels and reviewers that it got from us meanwhile. */
  readonly asMarked: (pull: PullRequest) => PullRequest
  readonly fail: (failure: Failure) => void
  readonly failures: readonly Failure[]
}

/** Makes pull requests bear their marks; what they bore is read once, and known from then on. */
export function createMarker(forge: Forge): Marker {
  const seen = new Map<number, SeenMarks>()
  const pulls = new Map<number, PullRequest>()
  const failures: Failure[] = []
  const markOne = async ({ pull, head, marks }: Marked): Promise<void> => {
    const before = seen.get(pull.number) ?? (await forge.marks({ number: pull.number, head }))
    const calls = callsFor({ ...pull, head }, marks, before)
    const replies: Reply[] = []
    for (const call of calls) {
      const reply = await forge.send(call)
      replies.push(reply)
      if (!reply.done) failures.push({ pull: pull.number, call: call.call, said: reply.said })
    }
    seen.set(pull.number, after(before, marks, calls, replies))
    pulls.set(pull.number, relabelled(pull, marks))
  }
  return {
    mark: async (all) => {
      await Promise.all(
        sharedChecks(all).map((one) =>
          markOne(one).catch((error: unknown) => failures.push(failureOf(one.pull.number, error))),
        ),
      )
    },
    asMarked: (pull) => pulls.get(pull.number) ?? pull,
    fail: (failure) => failures.push(failure),
    failures,
  }
}

/** What did not go through is not known to be there: it is sent again next time. */
function after(before: SeenMarks, marks: Marks, calls: readonly Call[], replies: readonly Reply[]): SeenMarks {
  const idOf = (kind: Call['call']): number | undefined => {
    const reply = replies[calls.findIndex(({ call }) => call === kind)]
    return reply?.done === true ? reply.id : undefined
  }
  const comment = idOf('comment') ?? idOf('edit-comment')
  const check = idOf('check')
  return {
    comments:
      comment === undefined || marks.comment === undefined ? before.comments : [{ id: comment, text: marks.comment }],
    ...(before.check && { check: before.check }),
    ...(check !== undefined && { check: { id: check, digest: digestOfCheck(marks.check) } }),
  }
}

function relabelled(pull: PullRequest, { labels, reviewers }: Marks): PullRequest {
  const foreign = pull.labels.filter((label) => !Object.hasOwn(ownLabels, label))
  return { ...pull, labels: [...foreign, ...labels], asked: [...new Set([...pull.asked, ...reviewers])] }
}

function failureOf(pull: number, error: unknown): Failure {
  if (error instanceof ForgeOut) return { pull, call: 'read', said: error.message }
  throw error
}
