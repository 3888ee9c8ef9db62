import { widthOf } from './width.ts'

/** As much of a text's beginning as `width` columns hold, `…` standing for the rest. */
export function headOf(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  return width < 1 ? '' : `${fitting(Array.from(text), width - 1).join('')}…`
}

/** As much of a text's end as `width` columns hold, `…` standing for what comes before. */
export function tailOf(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  return width < 1
    ? ''
    : `…${fitting(Array.from(text).toReversed(), width - 1)
        .toReversed()
        .join('')}`
}

function fitting(characters: readonly string[], width: number): readonly string[] {
  let used = 0
  const end = characters.findIndex((character) => (used += widthOf(character)) > width)
  return characters.slice(0, end)
}
