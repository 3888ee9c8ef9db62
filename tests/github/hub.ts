import type { GitRepository } from './git-repository.ts'
import type { OperationId } from './operations.ts'
import type { Person, State } from './state.ts'
import type { App, Caller } from './tokens.ts'

export type Json = Readonly<Record<string, unknown>>

/** What stays the same from call to call. */
export interface Hub {
  readonly owner: string
  readonly name: string
  /** Of the API, without a slash at the end. */
  readonly url: () => string
  readonly app: App
  readonly state: State
  readonly repository: GitRepository
  /** A number that nothing else has. */
  readonly nextId: () => number
  /** The number of the next issue or pull request. */
  readonly nextNumber: () => number
  /** Now, as GitHub writes it: to the second, and never the same twice. */
  readonly stamp: () => string
  /** A new token for this caller. */
  readonly tokenFor: (caller: Caller) => string
}

/** A call that may be made. */
export interface Asking {
  readonly hub: Hub
  readonly caller: Caller
  /** In whose name. */
  readonly by: Person
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: Json
}

export interface Answer {
  readonly status: number
  readonly body?: unknown
  /** A list, of which the caller gets a page: as it is, or in a body of its own. */
  readonly all?: readonly unknown[]
  readonly inBody?: (page: readonly unknown[], total: number) => unknown
}

export type Handler = (asking: Asking) => Answer | Promise<Answer>

export type Handlers<Prefix extends string> = {
  readonly [Id in OperationId as Id extends `${Prefix}/${string}` ? Id : never]: Handler
}
