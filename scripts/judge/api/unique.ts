import { below, type At } from './at.ts'
import { join, none, refuse, type Check, type Faults } from './check.ts'

type Refusal = (value: string, at: At) => Faults

const duplicate: Refusal = (value, at) => refuse('value-duplicate', { value }, at)

/** No two elements have the same key, which stands at `field`; elements without a key do not count. */
export function unique<T>(
  keyOf: (item: T) => string | undefined,
  field: readonly string[],
  refusal: Refusal = duplicate,
): Check<readonly T[]> {
  return (list, at) => {
    const seen = new Set<string>()
    let found = none
    list.forEach((item, index) => {
      const key = keyOf(item) ?? ''
      if (key !== '' && seen.has(key)) found = join(found, refusal(key, below(at, index, ...field)))
      seen.add(key)
    })
    return found
  }
}
