import odd from './odd-values.json' with { type: 'json' }

/** What some rule has an opinion on: near the edge of being right, or right somewhere else. */

const long = [15, 16, 58, 63, 64, 128, 253, 254, 4096].map((length) => 'a'.repeat(length))

export const oddTexts: readonly string[] = [...odd.names, ...odd.paths, ...odd.addresses, ...odd.words, ...long]

/** Keys of maps. */
export const oddKeys: readonly string[] = [
  ...odd.names,
  ...odd.settings,
  ...odd.resources,
  ...long,
  `${'d'.repeat(250)}.com/x`,
]

/** Amounts, and what looks like one. */
export const oddAmounts: readonly (string | number)[] = odd.amounts

/** Edges of the ranges that rules have. */
export const oddNumbers: readonly number[] = odd.numbers
