/** A line of a story's script, `$ apply --prune 6`, and the lines that it made when it was last accepted. */
export interface Act {
  readonly verb: string
  readonly words: readonly string[]
}

/** A part of a script: an act, or a remark that stands before one. */
export type Line = { readonly act: Act; readonly text: string } | { readonly remark: string }

/** `$` begins an act and `#` a remark; what else there is is the record of an earlier run, and left out. */
export function readScript(text: string): readonly Line[] {
  return text.split('\n').flatMap((line): readonly Line[] => {
    if (line.startsWith('# ')) return [{ remark: line }]
    if (!line.startsWith('$ ')) return []
    const [verb = '', ...words] = line.slice(2).split(' ')
    return [{ act: { verb, words }, text: line }]
  })
}
