import { headOf, pullOf, type OpenPull } from './heads.ts'
import { notFound } from './refusal.ts'
import type { Hub } from './hub.ts'
import type { Comment, Issue, Person, Review, Role } from './state.ts'

export interface NewPull {
  readonly by: string
  readonly branch: string
  /** `alice/lab`: then its commits are at `refs/pull/<number>/head`. Without, the branch is the lab's own. */
  readonly fork?: string
  /** The next one if nothing is said. */
  readonly number?: number
  readonly title?: string
  readonly body?: string
  readonly base?: string
  readonly isDraft?: boolean
}

/** What people do in a browser: past every permission, and no call of the log. */
export function hands(hub: Hub) {
  const { state } = hub
  const personOf = (login: string): Person => state.people.get(login) ?? notFound()
  const posted = (by: string, title: string, body: string, number?: number): Issue => {
    const at = hub.stamp()
    const what = { title, body, isOpen: true, labels: [], createdAt: at, updatedAt: at }
    return { number: number ?? hub.nextNumber(), id: hub.nextId(), by: personOf(by), ...what }
  }
  return {
    /** Somebody with an account; `id` stays the same when the login is renamed. */
    person: (login: string, id: number, role?: Role): Person => {
      const person: Person = { login, id, type: 'User' }
      state.people.set(login, person)
      if (role !== undefined) state.collaborators.set(login, role)
      return person
    },
    pull: ({
      by,
      branch,
      title = branch,
      body = '',
      base = 'main',
      number,
      fork,
      isDraft = false,
    }: NewPull): OpenPull => {
      const pull = { branch, base, isDraft, asked: [], ...(fork !== undefined && { fork }) }
      const issue: OpenPull = { ...posted(by, title, body, number), pull }
      state.issues.set(issue.number, issue)
      return issue
    },
    issue: (by: string, title: string, body: string, labels: readonly string[] = []): Issue => {
      const issue = { ...posted(by, title, body), labels: [...labels] }
      state.issues.set(issue.number, issue)
      return issue
    },
    comment: (under: number, by: string, body: string): Comment => {
      const at = hub.stamp()
      const comment: Comment = { id: hub.nextId(), under, by: personOf(by), body, createdAt: at, updatedAt: at }
      state.comments.set(comment.id, comment)
      return comment
    },
    edit: (id: number, body: string): void => {
      Object.assign(state.comments.get(id) ?? notFound(), { body, updatedAt: hub.stamp() })
    },
    remove: (id: number): void => void state.comments.delete(id),
    /** Of the head as it is, unless `commit` says otherwise. */
    review: async (number: number, by: string, word: Review['state'], commit?: string): Promise<Review> => {
      const head = commit ?? (await headOf(hub, pullOf(hub, number)))
      const review: Review = {
        id: hub.nextId(),
        pull: number,
        by: personOf(by),
        state: word,
        commit: head,
        body: '',
        at: hub.stamp(),
      }
      state.reviews.push(review)
      return review
    },
    head: (number: number): Promise<string> => headOf(hub, pullOf(hub, number)),
  }
}
