import type { Law } from '../../model/finding.ts'
import type { Dated } from '../../model/lab.ts'

export function lawOf({ asOf, source }: Dated): Law {
  return { by: 'NRP', asOf, source }
}
