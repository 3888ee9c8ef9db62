/** Stands for what cannot be read: a getter that throws, a proxy that refuses, what is too deep or too large. */
export const unreadable: unique symbol = Symbol('unreadable')

const maxDepth = 16
const maxParts = 20_000

type Indexed = { [key: string | number]: unknown }

/**
 * A copy as plain data, each property read once, so that what was checked is what is used. Own enumerable text keys only; functions
 * and symbols stay for the checks to refuse. Threat: getters and proxies that throw or answer differently each time. Records have no
 * prototype: where the one of all objects is frozen, a property of the name of one of its own could not be written.
 */
export function plain(value: unknown): unknown {
  if (typeof value !== 'object') return value
  let parts = 0
  const read = (from: Indexed, key: string | number, depth: number): unknown => {
    try {
      const part = from[key]
      if ((parts += 1) > maxParts || depth > maxDepth) return unreadable
      return typeof part === 'object' && part !== null ? copy(part as Indexed, depth + 1) : part
    } catch {
      return unreadable
    }
  }
  const copy = (from: Indexed, depth: number): unknown => {
    if (Array.isArray(from)) return copyList(from, depth)
    const record = Object.create(null) as Indexed
    for (const key of Object.keys(from)) record[key] = read(from, key, depth)
    return record
  }
  const copyList = (from: Indexed & readonly unknown[], depth: number): unknown => {
    const { length } = from
    return length <= maxParts ? Array.from({ length }, (_, index) => read(from, index, depth)) : unreadable
  }
  return read([value] as unknown as Indexed, 0, 0)
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
