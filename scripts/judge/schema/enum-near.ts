import { nearest } from '../../model/nearest.ts'

/** What kubectl prints for access modes, and people therefore write. */
const abbreviations: Readonly<Record<string, string>> = {
  RWO: 'ReadWriteOnce',
  RWX: 'ReadWriteMany',
  ROX: 'ReadOnlyMany',
  RWOP: 'ReadWriteOncePod',
}

/** The allowed value that was probably meant. */
export function enumNear(got: string, allowed: readonly string[]): string | undefined {
  const long = Object.hasOwn(abbreviations, got) ? abbreviations[got] : undefined
  return allowed.find((value) => value === long) ?? nearest(got, allowed)
}
