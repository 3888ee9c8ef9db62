const most = 4096
const longest = 256

/**
 * `read`, which must be pure, with a memory: the many manifests of a lab say the same few texts. Bounded, and long texts are not kept, so
 * that nobody can fill it; an `undefined` is read anew.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (text.length > longest) return read(text)
    const before = known.get(text)
    if (before !== undefined) return before
    const found = read(text)
    if (known.size >= most) known.clear()
    known.set(text, found)
    return found
  }
}
