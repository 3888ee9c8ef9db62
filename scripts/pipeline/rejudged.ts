import { judgeApi } from '../judge/api/index.ts'
import { applyGrants } from '../judge/lab/index.ts'
import { createPolicy } from '../judge/policy/index.ts'
import { judgeSchema } from '../judge/schema/index.ts'
import { dayIn } from '../model/day.ts'
import type { Rendered } from '../model/rendered.ts'
import type { House } from '../model/request.ts'
import { readManifests } from '../read/index.ts'
import { placed } from './place.ts'

/** Members of whose YAML some object is refused by schema, API rules or policy, grants considered. */
export function rejudged(rendered: readonly Rendered[], { lab, grants }: House, now: Date): readonly string[] {
  const today = dayIn(lab.timeZone, now)
  const judgePolicy = createPolicy(lab, today)
  return rendered.flatMap(({ file, text }) => {
    const id = file.replace(/\.yaml$/, '')
    const [owner = '', name = ''] = id.split('/')
    const request = { owner, name, file: `users/${id}.ts` }
    const { documents, findings } = readManifests(text, file)
    const faults = documents.flatMap(({ manifest }) => {
      const shape = judgeSchema(manifest)
      return shape.length > 0 ? shape : [...judgeApi(manifest), ...judgePolicy(manifest, request)]
    })
    const found = faults.map((fault) => placed(fault, { file: request.file }, { request: id }))
    const { open } = applyGrants(found, grants, today)
    return [...findings, ...open].some(({ severity }) => severity === 'error') ? [owner] : []
  })
}
