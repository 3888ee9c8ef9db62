import { isEntitled } from '../entitled.ts'
import { about } from '../lab-fault.ts'
import type { Entry } from '../view.ts'
import { fault } from '../../../model/finding.ts'
import { nearest } from '../../../model/nearest.ts'
import type { LabRule } from './rule.ts'

/** A web address leads to a Service that its member makes. A name that cannot be theirs is refused by the manifest. */
export const backends: LabRule = (view, { lab }) =>
  (view.byKind.get('Ingress') ?? []).flatMap((entry) => {
    const { route } = entry.object
    if (route === undefined) return []
    const own = serviceNames(view.byOwner.get(entry.request.owner)?.entries)
    return route.services
      .filter(({ name }) => isEntitled(lab, entry.request.owner, name) && !own.includes(name))
      .map(({ name, path }) => {
        const near = nearest(name, own)
        return about(entry, fault('backend-missing', { service: name, ...(near !== undefined && { near }) }, path))
      })
  })

function serviceNames(entries: readonly Entry[] = []): readonly string[] {
  return entries.filter(({ object }) => object.kind === 'Service').map(({ object }) => object.name)
}
