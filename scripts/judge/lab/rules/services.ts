import { about } from '../lab-fault.ts'
import type { Entry } from '../view.ts'
import { fault } from '../../../model/finding.ts'
import type { LabRule } from './rule.ts'

type Labels = Readonly<Record<string, string>>

/** A Service leads to a run of its member. One that selects somebody else's, or anybody's, is refused by its manifest. */
export const services: LabRule = (view) =>
  (view.byKind.get('Service') ?? []).flatMap((entry) => {
    const { owner } = entry.request
    const selector = entry.object.selector ?? {}
    if (selector['lab/owner'] !== owner) return []
    if (view.byOwner.get(owner)?.entries.some((run) => isSelected(run, selector))) return []
    return [about(entry, fault('selector-matches-nothing', { selector }, ['spec', 'selector']))]
  })

function isSelected({ object }: Entry, selector: Labels): boolean {
  const labels = object.work?.labels
  if (labels === undefined) return false
  return Object.entries(selector).every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value)
}
