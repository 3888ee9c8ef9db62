import { below } from './at.ts'
import { join, none, refuseByLab, type Check } from './check.ts'

/**
 * Fields that the server of 1.33 reads and drops without a word, because their feature is off: what is written would not be what runs.
 * Source: pkg/features, pkg/api/pod `dropDisabledFields`, pkg/api/persistentvolumeclaim `DropDisabledFields`.
 */
export function dropped<T extends object>(...names: readonly string[]): Check<T> {
  return (value, at) => {
    const given = value as Readonly<Record<string, unknown>>
    let found = none
    for (const field of names) {
      const unset = given[field] === undefined || given[field] === null
      if (!unset) found = join(found, refuseByLab('silently-dropped', { field }, below(at, field)))
    }
    return found
  }
}
