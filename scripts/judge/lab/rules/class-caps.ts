import { about, type LabFault } from '../lab-fault.ts'
import { gpus } from '../measures.ts'
import type { Entry, View } from '../view.ts'
import { fault } from '../../../model/finding.ts'
import type { LabRule } from './rule.ts'

/**
 * Some kinds of cards have a cap of their own, for the whole lab. Beyond it runs wait in line as they do for all cards (apply.md 5); what
 * asks for more than there is would wait for ever.
 */
export const classCaps: LabRule = (view, { lab }) =>
  Object.entries(lab.caps.classes ?? {}).flatMap(([resource, limit]) => {
    const asking = view.runs.filter((entry) => count(entry, resource) > 0)
    const never = asking.filter((entry) => count(entry, resource) > limit)
    return [
      ...never.map((entry) => tooMany(entry, resource, limit)),
      ...full(
        asking.filter((entry) => !never.includes(entry) && isLaunched(entry, view)),
        resource,
        limit,
      ),
    ]
  })

function count({ object }: Entry, resource: string): number {
  return object.work?.demand.byResource[resource] ?? 0
}

function isLaunched({ request }: Entry, view: View): boolean {
  return view.byOwner.get(request.owner)?.isLaunched === true
}

function tooMany(entry: Entry, resource: string, limit: number): LabFault {
  const args = { resource, asked: count(entry, resource), limit }
  return about(entry, fault('class-never-fits', args, gpus.path(entry.object), { law: { by: 'lab' } }))
}

const shown = 3

function full(entries: readonly Entry[], resource: string, limit: number): readonly LabFault[] {
  const asked = entries.reduce((sum, entry) => sum + count(entry, resource), 0)
  const [largest] = entries.toSorted((a, b) => count(b, resource) - count(a, resource))
  if (largest === undefined || asked <= limit) return []
  const byRequest = Map.groupBy(entries, ({ request }) => request.request)
  const all = [...byRequest].map(([request, own]) => ({
    request,
    amount: own.reduce((sum, entry) => sum + count(entry, resource), 0),
  }))
  const most = all.toSorted((a, b) => b.amount - a.amount).slice(0, shown)
  const args = { resource, asked, limit, most, others: all.length - most.length }
  const details = { severity: 'notice', law: { by: 'lab' } } as const
  return [about(largest, fault('lab-class', args, gpus.path(largest.object), details))]
}
