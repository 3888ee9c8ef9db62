import { fault, type Fault } from '../../../model/finding.ts'
import { isObject, type Json } from '../../../model/json.ts'
import type { Lab } from '../../../model/lab.ts'
import type { Manifest } from '../../../model/manifest.ts'
import { labLaw, nrpLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

const secondsPerHour = 3600
const deadline = ['spec', 'activeDeadlineSeconds']

/**
 * Every run has an end, which the cluster itself enforces. A Job's is its own: the one in its pod template begins anew with each retry.
 * A pod that may take its time to stop stops later by that time, so it counts.
 */
export const runEnds: Rule = (subject, { lab }) => {
  if (subject.kind !== 'Pod' && subject.kind !== 'Job') return []
  const end = endOf(subject.manifest)
  if (end === undefined) return [withoutEnd(subject.kind, inTemplate(subject.manifest), lab)]
  const asked = (end + (subject.pod?.spec.terminationGracePeriodSeconds ?? 0)) / secondsPerHour
  return tooLate(subject.kind, asked, lab)
}

function tooLate(kind: 'Pod' | 'Job', asked: number, { rules: { session, job } }: Lab): readonly Fault[] {
  const hours = Math.round(asked * 100) / 100
  if (kind === 'Job') {
    if (asked <= job.hours) return []
    return [fault('job-hours', { asked: hours, limit: job.hours }, deadline, { law: labLaw, lift: hours })]
  }
  if (asked <= session.hours) return []
  return [fault('session-hours', { asked: hours, limit: session.hours }, deadline, { law: nrpLaw(session) })]
}

function withoutEnd(kind: 'Pod' | 'Job', inside: boolean, { rules: { session, job } }: Lab): Fault {
  const limit = kind === 'Pod' ? session.hours : job.hours
  const args = { kind, limit, seconds: limit * secondsPerHour }
  return fault(inside ? 'end-in-template' : 'end-missing', args, deadline, { law: labLaw })
}

function endOf({ spec }: Manifest): number | undefined {
  const seconds = isObject(spec) ? spec['activeDeadlineSeconds'] : undefined
  return typeof seconds === 'number' ? seconds : undefined
}

function inTemplate({ spec }: Manifest): boolean {
  const template = isObject(spec) ? spec['template'] : undefined
  const pod: Json | undefined = isObject(template) ? template['spec'] : undefined
  return isObject(pod) && typeof pod['activeDeadlineSeconds'] === 'number'
}
