import { judgeApi } from '../../judge/api/index.ts'
import { applyGrants } from '../../judge/lab/index.ts'
import { createPolicy, type Policy } from '../../judge/policy/index.ts'
import { judgeSchema } from '../../judge/schema/index.ts'
import { dayIn } from '../../model/day.ts'
import type { House } from '../../model/request.ts'
import type { RenderedRequest } from './rendered-request.ts'
import { placed } from '../place.ts'

/** Whether nothing in a member's requests is refused by reader, schema, API rules or policy. */
export type IsSound = (member: string) => boolean

/** Judges a member when somebody asks, and once: with all grants considered, as of a day. */
export function soundness(requests: readonly RenderedRequest[], { lab, grants }: House, now: Date): IsSound {
  const today = dayIn(lab.timeZone, now)
  const policy = createPolicy(lab, today)
  const byOwner = Map.groupBy(requests, ({ owner }) => owner)
  const known = new Map<string, boolean>()
  return (member) => {
    const verdict = known.get(member) ?? (byOwner.get(member) ?? []).every((request) => isSound(request, policy))
    known.set(member, verdict)
    return verdict
  }

  function isSound(request: RenderedRequest, judgePolicy: Policy): boolean {
    if (request.findings.length > 0) return false
    const { open } = applyGrants(findingsOn(request, judgePolicy), grants, today)
    return open.every(({ severity }) => severity !== 'error')
  }
}

function findingsOn({ owner, request: id, file, manifests }: RenderedRequest, judgePolicy: Policy) {
  const request = { owner, name: id.split('/')[1] ?? '', file }
  return manifests
    .flatMap((manifest) => {
      const shape = judgeSchema(manifest)
      return shape.length > 0 ? shape : [...judgeApi(manifest), ...judgePolicy(manifest, request)]
    })
    .map((fault) => placed(fault, { file }, { request: id }))
}
