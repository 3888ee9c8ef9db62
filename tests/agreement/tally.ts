import type { Agreement, Comparison, Place } from './verdict/compare.ts'

/** How often. */
export type Counts = Readonly<Record<Agreement | Place | 'all', number>>

const none: Counts = {
  all: 0,
  'both accept': 0,
  'both refuse': 0,
  'wrongly accepted': 0,
  'wrongly refused': 0,
  'the lab alone': 0,
  unknown: 0,
  same: 0,
  differs: 0,
  untold: 0,
}

/** Counts for each name that a comparison goes by: one that goes by two names counts in both. */
export function tally(
  comparisons: Iterable<Comparison>,
  namesOf: (comparison: Comparison) => readonly string[],
): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>()
  for (const comparison of comparisons) {
    for (const name of new Set(namesOf(comparison))) counts.set(name, counted(counts.get(name) ?? none, comparison))
  }
  return counts
}

export function total(comparisons: Iterable<Comparison>): Counts {
  return tally(comparisons, () => ['']).get('') ?? none
}

function counted(counts: Counts, { agreement, place }: Comparison): Counts {
  const { all, [agreement]: before } = counts
  const so = { ...counts, all: all + 1, [agreement]: before + 1 }
  return place === undefined ? so : { ...so, [place]: so[place] + 1 }
}
