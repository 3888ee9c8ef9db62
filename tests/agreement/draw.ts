/** Chances that two numbers decide: the same seed and index draw the same on every machine. */
export interface Draw {
  /** Whole, both bounds included. */
  readonly int: (min: number, max: number) => number
  /** `share` of 1: how often it is true. */
  readonly chance: (share: number) => boolean
  /** One of at least one. */
  readonly pick: <T>(list: readonly T[]) => T
  /** Different ones of the list, in its order; all of them at most. */
  readonly some: <T>(list: readonly T[], min: number, max: number) => readonly T[]
}

export function drawing(seed: number, index: number): Draw {
  const next = stream(mixed(mixed(seed) ^ index))
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('there is nothing to pick from')
    return list[int(0, list.length - 1)] as T
  }
  const some = <T>(list: readonly T[], min: number, max: number): readonly T[] => {
    const left = list.map((_, place) => place)
    const count = Math.min(int(min, max), list.length)
    const taken = Array.from({ length: count }, () => left.splice(int(0, left.length - 1), 1)[0])
    return list.filter((_, place) => taken.includes(place))
  }
  return { int, chance: (share) => next() < share, pick, some }
}

/** A word of 32 bits of which every bit depends on every bit of `word`. */
function mixed(word: number): number {
  let bits = word | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad)
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97)
  return (bits ^ (bits >>> 15)) >>> 0
}

/** Numbers at least 0 and below 1. A counter, well mixed, is as good as a generator with a state. */
function stream(start: number): () => number {
  let counter = start
  return () => {
    counter = (counter + 0x9e3779b9) >>> 0
    return mixed(counter) / 2 ** 32
  }
}
