import type { Case } from '../case.ts'
import type { Adoption, Lab } from '../../model/lab.ts'
import { kindIn, nameIn } from '../../model/object-key.ts'

/** The line of `lab.config.ts` that lets a request take over this very object. What has an owner is never ours. */
export function adoptionOf({ key, live }: Case, lab: Lab): Adoption | undefined {
  if (live === undefined || live.owned) return undefined
  return lab.adoptions.find(({ kind, name, uid }) => kind === kindIn(key) && name === nameIn(key) && uid === live.uid)
}
