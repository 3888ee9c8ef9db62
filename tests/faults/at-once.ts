/** Trials that are under way at the same time: most of a trial's time is waiting. */
const most = 16

/** What all of them found. */
export async function atOnce<T, F>(
  items: readonly T[],
  each: (item: T) => Promise<readonly F[]>,
): Promise<readonly F[]> {
  const found: F[] = []
  const queue = items.values()
  const hand = async (): Promise<void> => {
    for (const item of queue) found.push(...(await each(item)))
  }
  await Promise.all(Array.from({ length: most }, hand))
  return found
}

/** So many of a list, other ones for another seed. */
export function drawn<T>(list: readonly T[], count: number, seed: number): readonly T[] {
  const start = Math.imul(seed, 2654435761) >>> 0
  const chosen = Array.from({ length: count }, (_, index) => list[(start + index * 7) % list.length])
  return chosen.filter((one) => one !== undefined)
}
