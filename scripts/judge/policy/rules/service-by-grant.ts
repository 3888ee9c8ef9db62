import { fault, type Fault } from '../../../model/finding.ts'
import { isObject } from '../../../model/json.ts'
import { markOf, objectId } from '../../../model/manifest.ts'
import { dayAfter, daysBetween } from '../readings/days-between.ts'
import { labLaw, nrpLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

const annotation = 'lab/until'
const path = ['metadata', 'annotations', annotation]

/** A Deployment has no clock of its own, so it needs an admin, a last day, and one copy unless an admin gives more. */
export const serviceByGrant: Rule = ({ kind, manifest }, { lab, today }) => {
  if (kind !== 'Deployment') return []
  const object = objectId(manifest)
  return [
    fault('service-needs-admin', {}, [], { law: labLaw, lift: object }),
    ...endFaults(markOf(manifest, 'annotations', annotation), today, lab.rules.service),
    ...replicaFaults(isObject(manifest['spec']) ? manifest['spec']['replicas'] : undefined),
  ]
}

function endFaults(
  until: string | undefined,
  today: string,
  service: Parameters<typeof nrpLaw>[0] & { days: number },
): readonly Fault[] {
  const limit = service.days
  const latest = dayAfter(today, limit)
  if (until === undefined) return [fault('service-end-missing', { limit, latest }, path, { law: labLaw })]
  const days = daysBetween(today, until)
  if (days === undefined) return [fault('service-end-invalid', { until: until.slice(0, 40) }, path, { law: labLaw })]
  if (days < 0) return [fault('service-over', { until }, path, { law: labLaw, severity: 'notice' })]
  if (days <= limit) return []
  return [fault('service-days', { days, limit, latest }, path, { law: nrpLaw(service), lift: days })]
}

function replicaFaults(replicas: unknown): readonly Fault[] {
  if (typeof replicas !== 'number' || replicas <= 1) return []
  return [fault('service-replicas', { asked: replicas }, ['spec', 'replicas'], { law: labLaw, lift: replicas })]
}
