import { hash } from 'node:crypto'
import type { Change, Unreadable } from '../model/change.ts'
import type { Account } from '../model/facts.ts'
import type { IssueComment, Post, PullRequest } from '../model/forge.ts'
import { cancelBranch, formBranch, grantBranch } from '../model/form.ts'
import type { Lab } from '../model/lab.ts'
import { commandIn } from './command/command-in.ts'
import { formRequest } from './form/form-request.ts'

/** Where a pull request of our own says that it comes from. */
export type Source = { readonly issue: number } | { readonly comment: number }

type Ours = Pick<PullRequest, 'author' | 'branch'>

/** The issue or comment that a pull request of ours stands for. Threat: a branch of any name can be made by who may write, a pull request in our name only by us. */
export function sourceOf({ author, branch = '' }: Ours, self: Account): Source | undefined {
  if (author.id !== self.id) return undefined
  const [, form] = /^form\/([1-9]\d{0,9})$/.exec(branch) ?? []
  if (form !== undefined) return { issue: Number(form) }
  const [, cancel] = /^cancel\/([1-9]\d{0,15})$/.exec(branch) ?? []
  return cancel === undefined ? undefined : { comment: Number(cancel) }
}

/** A grant on its way to main: judged by the command that made it, and by nobody else. */
export function isBeingGiven({ author, branch = '' }: Ours, self: Account): boolean {
  return author.id === self.id && branch.startsWith(grantBranch)
}

export function formBranchOf(issue: number): string {
  return `${formBranch}${issue}`
}

export function cancelBranchOf(comment: number): string {
  return `${cancelBranch}${comment}`
}

/**
 * Whether the change is exactly what the issue asks for as it stands now. Threat: who may write can push to the branch of our pull request,
 * and can edit the issue; neither must end in somebody else's name. `own`: the author's files on main.
 */
export function isOfIssue(change: Change | Unreadable, issue: Post, lab: Lab, own: readonly string[]): boolean {
  if ('unreadable' in change || !issue.isOpen) return false
  const formed = formRequest(issue, lab, own)
  const [only, ...more] = change.paths
  if ('faults' in formed || only === undefined || more.length > 0) return false
  const { file, text } = formed.request
  const { path, before, after } = only
  return path === file && before === undefined && after?.mode === '100644' && after.id === blobId(text)
}

/** Whether the change is exactly the removal that the comment asks for. */
export function isOfComment(change: Change | Unreadable, comment: IssueComment): boolean {
  if ('unreadable' in change || comment.isEdited) return false
  const command = commandIn(comment.text)
  if (command === undefined || !('verb' in command) || command.verb !== 'cancel') return false
  const [only, ...more] = change.paths
  if (command.request === undefined || only === undefined || more.length > 0) return false
  return only.after === undefined && only.path === `users/${command.request}.ts`
}

/** As Git names a file. */
function blobId(text: string): string {
  return hash('sha1', `blob ${Buffer.byteLength(text)}\0${text}`)
}
