import type { Fault } from '../../model/finding.ts'
import { pathText } from '../../model/json.ts'
import { prefixOf, type Day, type Lab } from '../../model/lab.ts'
import type { Manifest } from '../../model/manifest.ts'
import type { Request } from '../../model/request.ts'
import { gpuCatalogue } from './readings/gpu-catalogue.ts'
import { subjectOf } from './readings/subject-of.ts'
import { rules } from './rules.ts'

/** What one manifest breaks of the cluster's and the lab's laws, in reading order. Only for manifests that passed the schema. */
export type Policy = (manifest: Manifest, request: Request) => readonly Fault[]

/**
 * The laws of a lab on a day. It looks at one manifest at a time and believes no template, so a hand-written manifest is judged the
 * same; grants are laid over its faults later, by code and `lift`.
 */
export function createPolicy(lab: Lab, today: Day): Policy {
  const house = { lab, today, catalogue: gpuCatalogue(lab) }
  return (manifest, request) => {
    const subject = subjectOf(manifest, house.catalogue)
    const context = { ...house, request, prefix: prefixOf(lab, request.owner) }
    const faults: Fault[] = []
    for (const rule of rules) {
      const found = rule(subject, context)
      if (found.length > 0) faults.push(...found)
    }
    return once(faults)
  }
}

/** A key that is recognised needs no second sentence that says it looks like one. */
function once(faults: readonly Fault[]): readonly Fault[] {
  if (faults.length === 0) return faults
  const keys = new Set(faults.filter(({ code }) => code === 'credential-in-text').map(({ path }) => pathText(path)))
  return faults.filter(({ code, path }) => code !== 'key-in-the-clear' || !keys.has(pathText(path)))
}
