import { fault, type Fault } from '../../../model/finding.ts'
import { isObject } from '../../../model/json.ts'
import type { Rule } from '../rule.ts'

/** Each pod of a Job is a record in the cluster's database, for as long as the Job stays. */
export const jobSize: Rule = ({ kind, manifest: { spec } }, { lab }) => {
  if (kind !== 'Job' || !isObject(spec)) return []
  const { completions: law } = lab.rules
  return ['completions', 'parallelism'].flatMap((field): readonly Fault[] => {
    const asked = spec[field]
    if (typeof asked !== 'number' || asked <= law.count) return []
    const args = { field, asked, limit: law.count }
    return [
      fault('job-too-many-pods', args, ['spec', field], {
        law: { by: 'lab', asOf: law.asOf, source: law.source },
        lift: asked,
      }),
    ]
  })
}
