import { nearest } from './nearest.ts'

/** Fewer letters say nothing about a longer name. */
const fewest = 3

/**
 * The name out of a catalogue that was meant by `word`: the longest that stands in it (`3090` in `RTX3090`), the only one that has all its
 * parts (`NVIDIA-GeForce-RTX-3090` has those of `NVIDIA-RTX-3090`), else the one that differs by few slips. Runs in the sandbox too.
 */
export function meant(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > 60) return undefined
  const said = word.toLowerCase()
  const inside = candidates.filter((one) => one.length > 1 && said.includes(one.toLowerCase()))
  const [longest] = inside.toSorted((a, b) => b.length - a.length)
  if (longest !== undefined) return longest
  const parts = said.split(/[^a-z0-9]+/)
  const around = candidates.filter((one) => parts.every((part) => one.toLowerCase().includes(part)))
  return said.length >= fewest && around.length === 1 ? around[0] : nearest(word, candidates)
}
