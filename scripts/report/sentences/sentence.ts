/** What a person is told about one finding. `who` can lift it or help, where that is not the member. */
export interface Sentence {
  readonly what: string
  readonly fix: string
  readonly who?: string
}

/** One sentence for each code of a layer: a code without one does not compile. */
export type Sentences<C> = { readonly [K in keyof C]: (args: C[K]) => Sentence }
