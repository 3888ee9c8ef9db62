/** `node judge-objects.ts FILE`: every object of the list through schema, API rules and policy, one after the other, in one thread. */
import { readFileSync } from 'node:fs'
import lab from '../lab.config.ts'
import { judgeApi } from '../scripts/judge/api/index.ts'
import { createPolicy } from '../scripts/judge/policy/index.ts'
import { judgeSchema, withoutNulls } from '../scripts/judge/schema/index.ts'
import { markOf, type Manifest } from '../scripts/model/manifest.ts'

const objects = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as readonly Manifest[]
const judgePolicy = createPolicy(lab, '2026-11-24')
let faults = 0
for (const object of objects) {
  const shape = judgeSchema(object)
  const heard = withoutNulls(object)
  const owner = markOf(object, 'labels', 'lab/owner') ?? ''
  const request = { owner, name: 'dev', file: `users/${owner}/dev.ts` }
  faults += shape.length > 0 ? shape.length : judgeApi(heard).length + judgePolicy(heard, request).length
}
if (faults > 0) throw new Error(`${faults} faults in objects that should have none`)
