/** Who had the same key before: the first item of `items` with the key of this one, `undefined` for that first one itself. */
export function firstOf<T>(items: readonly T[], keyOf: (item: T) => string | number): (item: T) => T | undefined {
  const first = new Map<string | number, T>()
  for (const item of items) if (!first.has(keyOf(item))) first.set(keyOf(item), item)
  return (item) => {
    const found = first.get(keyOf(item))
    return found === item ? undefined : found
  }
}
