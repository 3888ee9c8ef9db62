import type { Law } from '../../../model/finding.ts'
import type { Dated } from '../../../model/lab.ts'

/** The lab's own law: an admin made it, and can change it. */
export const labLaw: Law = { by: 'lab' }

/** The law of the cluster's operators, with the page and the day where it was read. */
export function nrpLaw({ asOf, source }: Dated): Law {
  return { by: 'NRP', asOf, source }
}
