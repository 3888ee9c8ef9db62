/** Whose request is being evaluated, and which: all that a template knows about where it runs. */
export interface Context {
  /** The GitHub login: the folder under `users/`. */
  readonly owner: string
  /** What the owner's object names begin with. */
  readonly prefix: string
  /** `alice/dev` */
  readonly request: string
  /** `users/alice/dev.ts` */
  readonly file: string
}

let current: Context = { owner: 'alice', prefix: 'alice', request: 'alice/dev', file: 'users/alice/dev.ts' }

export const context = (): Context => current

/** Called by the evaluator before each request; members cannot import this file. */
export const enter = (next: Context): void => {
  current = next
}
