/** A part of a comment: rows under a title. What does not fit openly stands in a fold at the end. */
export interface Section {
  readonly title: string
  /** Each a list item, or a table's row under `head`. */
  readonly rows: readonly string[]
  /** Lines above the rows, as a table needs them. */
  readonly head?: readonly string[]
  /** What a row is about: `request`. */
  readonly noun: string
}

/** A part that is closed until somebody opens it. */
export interface Fold {
  readonly title: string
  /** Each whole, or not at all. */
  readonly items: readonly string[]
  readonly noun: string
  readonly head?: readonly string[]
}

const mostRows = 12
/** Characters of one section's open rows. */
const mostText = 5_000

/** A section's open lines, and the fold for the rest. */
export function opened({ title, rows, head = [], noun }: Section): {
  readonly lines: readonly string[]
  readonly rest: readonly Fold[]
} {
  if (rows.length === 0) return { lines: [], rest: [] }
  const fitting = fittingIn(rows.slice(0, mostRows), mostText)
  const rest = rows.slice(fitting.length)
  const note = rest.length === 0 ? [] : ['', `… and ${counted(rest.length, noun)} more, folded at the end.`]
  return {
    lines: ['', `**${title}**`, '', ...(fitting.length === 0 ? [] : head), ...fitting, ...note],
    rest: rest.length === 0 ? [] : [{ title: `${title}: the rest`, items: rest, noun, head }],
  }
}

/** As many of the first as fit into so many characters. */
export function fittingIn(items: readonly string[], room: number): readonly string[] {
  let used = 0
  const end = items.findIndex((item) => (used += item.length + 1) > room)
  return end === -1 ? items : items.slice(0, end)
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
