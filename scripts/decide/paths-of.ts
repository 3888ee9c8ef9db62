import type { ChangedPath } from '../model/change.ts'
import type { Facts } from '../model/facts.ts'

/** None where the change could not be read. */
export function pathsOf({ change }: Pick<Facts, 'change'>): readonly ChangedPath[] {
  return 'unreadable' in change ? [] : change.paths
}
