import { disarmed } from '../disarmed.ts'
import { counted, fittingIn, opened, type Fold, type Section } from './section.ts'

/** GitHub takes 65,536 characters. */
const longest = 60_000
/** For a fold's own lines, and the sentence about what it leaves out. */
const frame = 300

export interface Parts {
  readonly begin: readonly string[]
  readonly sections: readonly Section[]
  /** After the sections, and never cut: what is to be done. */
  readonly end: readonly string[]
  /** The first are the last to give way. */
  readonly folds: readonly Fold[]
}

/** A comment that fits: folds give way, the last first, and each says how many of its items it does not hold. */
export function fittedComment({ begin, sections, end, folds }: Parts, elsewhere: string): string {
  const open = sections.map(opened)
  const lines = [...begin, ...open.flatMap((one) => one.lines), ...end]
  const all = [...open.flatMap(({ rest }) => rest), ...folds].filter(({ items }) => items.length > 0)
  let room = longest - lines.join('\n').length - all.length * frame
  const folded = all.flatMap((fold) => {
    const items = fittingIn(fold.items, Math.max(0, room))
    room -= items.join('\n').length + 1
    return foldLines(fold, items, elsewhere)
  })
  return disarmed(`${[...lines, ...folded].join('\n')}\n`)
}

/** Without its folds: for a check, which stands beside the comment. */
export function openOnly({ begin, sections, end }: Omit<Parts, 'folds'>): string {
  return disarmed(`${[...begin, ...sections.flatMap((one) => opened(one).lines), ...end].join('\n')}\n`)
}

function foldLines({ title, items: all, noun, head = [] }: Fold, items: readonly string[], elsewhere: string) {
  const missing = all.length - items.length
  const note = missing === 0 ? [] : ['', `${counted(missing, noun)} more than fit here: ${elsewhere}`]
  const table = items.length === 0 ? [] : [...head, ...items]
  const summary = `<summary>${title} (${all.length})</summary>`
  return ['', `<details>${summary}`, '', ...table, ...note, '', '</details>']
}
