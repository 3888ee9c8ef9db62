const longest = 40

/** The candidate that was probably meant: one that differs by little, or the longest that is contained. */
export function near(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > longest) return undefined
  const meant = word.toLowerCase()
  const ranked = candidates
    .map((candidate) => ({ candidate, steps: distance(meant, candidate.toLowerCase()) }))
    .toSorted((a, b) => a.steps - b.steps)
  const [best] = ranked
  if (best !== undefined && best.steps <= Math.max(1, Math.floor(meant.length * 0.4))) return best.candidate
  return candidates
    .filter((candidate) => candidate.length > 1 && meant.includes(candidate.toLowerCase()))
    .toSorted((a, b) => b.length - a.length)[0]
}

/** Letters added, lost or swapped with their neighbour between two words; one replaced counts twice. */
function distance(a: string, b: string): number {
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j += 1) {
      const kept = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 2)
      const swapped = a[i] === b[j - 1] && a[i - 1] === b[j] ? (before[j - 1] ?? Infinity) + 1 : Infinity
      next.push(Math.min(kept, swapped, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
