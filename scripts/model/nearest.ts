const longest = 100

/** The candidate that was probably meant by `word`: the one with the fewest slips, if they are few for its length. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longest) return undefined
  const allowed = Math.max(1, Math.floor(word.length / 4))
  let best: { candidate: string; slips: number } | undefined
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > allowed) continue
    const slips = slipsBetween(word.toLowerCase(), candidate.toLowerCase())
    if (slips <= allowed && slips < (best?.slips ?? Infinity)) best = { candidate, slips }
  }
  return best?.candidate
}

/** Letters added, lost, replaced, or swapped with their neighbour (optimal string alignment). */
function slipsBetween(left: string, right: string): number {
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i++) {
    const next = [i]
    for (let j = 1; j <= right.length; j++) {
      const replaced = cell(row, j - 1) + (left[i - 1] === right[j - 1] ? 0 : 1)
      const swapped = isSwap(left, right, i, j) ? cell(before, j - 2) + 1 : Infinity
      next.push(Math.min(replaced, swapped, cell(row, j) + 1, cell(next, j - 1) + 1))
    }
    before = row
    row = next
  }
  return cell(row, right.length)
}

function isSwap(left: string, right: string, i: number, j: number): boolean {
  return i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]
}

function cell(row: readonly number[], index: number): number {
  return row[index] ?? Infinity
}
