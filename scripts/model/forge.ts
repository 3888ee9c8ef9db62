import type { Account, Review } from './facts.ts'
import type { Commit, Time } from './memory.ts'

/** A pull request against main, as the forge's API tells it. */
export interface PullRequest {
  readonly number: number
  readonly author: Account
  readonly head: Commit
  /** The branch, where it is one of this repository's own; a fork's name proves nothing. */
  readonly branch?: string
  readonly isDraft: boolean
  readonly openedAt: Time
  readonly labels: readonly string[]
  /** Logins that are asked for a review already. */
  readonly asked: readonly string[]
}

/** An issue or a comment: foreign text, and who wrote it. */
export interface Post {
  readonly number: number
  readonly by: Account
  readonly text: string
  readonly labels: readonly string[]
  readonly isOpen: boolean
}

export interface IssueComment {
  readonly id: number
  /** Of the issue or pull request it stands under. */
  readonly under: number
  readonly by: Account
  readonly text: string
  /** Anybody who may write to the repository can edit anybody's text, and it still bears the first author's name. */
  readonly isEdited: boolean
}

/** How a check ended, in GitHub's words. Threat: `neutral` and `skipped` count as passed there, so nobody here can say them. */
export type Conclusion = 'success' | 'failure' | 'action_required' | 'cancelled'

/** A remark at a line of a file in a pull request; lines count from 1. */
export interface Annotation {
  readonly path: string
  readonly line: number
  readonly endLine: number
  readonly level: 'failure' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
}

export interface CheckText {
  readonly conclusion: Conclusion
  readonly title: string
  /** Markdown. */
  readonly summary: string
  readonly annotations: readonly Annotation[]
}

/** What a pull request should bear: our comment, our check and our labels. */
export interface Marks {
  /** Markdown; absent where nothing is said to whoever asks. */
  readonly comment?: string
  readonly check: CheckText
  /** Of the closed list `ownLabels`; foreign ones are left alone. */
  readonly labels: readonly string[]
  /** Admins who have to look. */
  readonly reviewers: readonly string[]
}

/** What it bears now. */
export interface SeenMarks {
  /** Our own comments, oldest first: two where a run was doubled. */
  readonly comments: readonly { readonly id: number; readonly text: string }[]
  /** Our newest check on this head, with the digest of what it says. */
  readonly check?: { readonly id: number; readonly digest: string }
}

/** One request to the forge that changes something there. What is not one of these does not happen. */
export type Call =
  | { readonly call: 'comment'; readonly under: number; readonly text: string }
  | { readonly call: 'edit-comment'; readonly id: number; readonly text: string }
  | { readonly call: 'delete-comment'; readonly id: number }
  | { readonly call: 'check'; readonly head: Commit; readonly digest: string; readonly check: CheckText }
  | { readonly call: 'add-labels'; readonly under: number; readonly labels: readonly string[] }
  | { readonly call: 'remove-label'; readonly under: number; readonly label: string }
  | { readonly call: 'ask-reviewers'; readonly pull: number; readonly logins: readonly string[] }
  /** Only while the pull request's head is this one. */
  | {
      readonly call: 'merge'
      readonly pull: number
      readonly head: Commit
      readonly title: string
      readonly message: string
    }
  | { readonly call: 'close'; readonly number: number }
  | { readonly call: 'react'; readonly comment: number; readonly with: '+1' | '-1' }
  /** One commit with these files (a missing text deletes), on a branch that begins at `from`; a branch of that name is moved. */
  | {
      readonly call: 'branch'
      readonly branch: string
      readonly from: Commit
      readonly message: string
      readonly files: readonly { readonly path: string; readonly text?: string }[]
    }
  | { readonly call: 'open-pull'; readonly branch: string; readonly title: string; readonly text: string }
  | { readonly call: 'delete-branch'; readonly branch: string }

/** How a call ended. `moved`: the head is another by now. `refused`: a rule or a missing right; `said` is foreign text. */
export type Reply =
  | { readonly done: true; readonly id?: number; readonly sha?: Commit }
  | { readonly done: false; readonly why: 'moved' | 'refused' | 'gone'; readonly said: string }

/** What we know of GitHub, and can do there. Every method throws `ForgeOut` where it gives no answer. */
export interface Forge {
  /** `https://github.com/uci/lab`: for links. */
  readonly home: string
  /** Whose words and checks are ours. */
  readonly self: () => Promise<Account>
  /** The tip of main. */
  readonly main: () => Promise<Commit>
  /** Open, against main, oldest first. */
  readonly pulls: () => Promise<readonly PullRequest[]>
  /** Open or ended. */
  readonly pull: (
    number: number,
  ) => Promise<(PullRequest & { readonly mergedAs?: Commit; readonly isOpen: boolean }) | undefined>
  /** Our own marks. */
  readonly marks: (pull: Pick<PullRequest, 'number' | 'head'>) => Promise<SeenMarks>
  /** Our own comments under an issue or a pull request that begin with this mark, oldest first. */
  readonly said: (under: number, mark: string) => Promise<SeenMarks['comments']>
  /** The newest word of each reviewer. */
  readonly reviews: (pull: number) => Promise<readonly Review[]>
  /** What GitHub Actions says of a job of this name on this head. */
  readonly job: (head: Commit, name: string) => Promise<'passed' | 'failed' | 'pending'>
  readonly issue: (number: number) => Promise<Post | undefined>
  /** Open issues with this label. */
  readonly issues: (label: string) => Promise<readonly Post[]>
  readonly comment: (id: number) => Promise<IssueComment | undefined>
  /** What GitHub lets an account do here, whatever a team or a role calls it. */
  readonly permission: (login: string) => Promise<'admin' | 'write' | 'read' | 'none'>
  readonly send: (call: Call) => Promise<Reply>
}

/** GitHub gave no answer, or one that nobody expected: our failure, never a verdict. */
export class ForgeOut extends Error {
  readonly status: number | undefined

  constructor(message: string, status?: number) {
    super(message)
    this.status = status
  }
}
